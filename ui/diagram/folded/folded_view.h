#pragma once
// The circuit in textbook form. Touching a symbol lights up every copy of it in the other views.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/diagram_labels.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace unfold {

class Document;
class FoldedWalk;
class KeyboardNavigator;

class FoldedView : public QWidget
{
    Q_OBJECT

public:
    explicit FoldedView(Document *document, QWidget *parent = nullptr);
    ~FoldedView() override;

    /// The shapes as drawn.
    const FoldedLayout &layoutShapes() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void connectDocument();
    void rebuild();
    void showResult();
    void touch(const ElementRef &element);

    Document *m_document;
    std::unique_ptr<FoldedWalk> m_walk;
    std::unique_ptr<KeyboardNavigator> m_navigator; ///< goes before the view, which loses the focus while it goes
    DiagramLabels m_labels;
    FoldedInput m_input;
    mutable std::optional<FoldedLayout> m_layout; ///< made when somebody looks
};

} // namespace unfold

#pragma once
// The gradient by loss: ‖∂L(s)/∂h(t)‖ of the plotted node, a triangle. A row per loss L(s), a column per step t. Touching
// an entry lights every way from h(t) to L(s) in both drawings.
#include "core/linalg/matrix.h"
#include "ui/document/runner.h"
#include "ui/timeline/map/norm_section.h"

#include <memory>

namespace unfold {

class Document;
struct Result;

class ItemisedGradientView : public NormSection
{
    Q_OBJECT

public:
    /// document: outlives the view.
    explicit ItemisedGradientView(Document *document, QWidget *parent = nullptr);
    ~ItemisedGradientView() override;

protected:
    void showEvent(QShowEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectToDocument();
    void adoptResult();
    void showNorms();
    void showCursor();
    bool backward() const;
    void touch(int row, int step);
    QString sentence(int row, int step) const;

    Document *m_document;
    std::shared_ptr<const Result> m_result; ///< of m_norms
    int m_node = -1; ///< of m_norms
    int m_firstLoss = 1; ///< step of the first row
    Matrix m_norms; ///< a row per step with a loss; empty: not computed
    int m_row = -1; ///< touched
    Runner m_runner; ///< last: it waits for its job before the rest goes
};

} // namespace unfold

#pragma once
// The lines of an opened entry, one below the other; full precision in the tooltip; a line of "more terms" unfolds.
#include "ui/inspector/inspector_lines.h"

#include <QWidget>

namespace unfold {

class InspectorTerms : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorTerms(QWidget *parent = nullptr);

    void setLines(const std::vector<OpenedLine> &lines);
    const std::vector<OpenedLine> &lines() const { return m_lines; }
    /// All lines as they stand, for assistive technology and for tests.
    QString text() const;
    QRect lineRect(int line) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

signals:
    void toggled(int group);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int lineHeight() const;
    int lineAt(int y) const; ///< −1: none
    QFont fontOf(const OpenedLine &line, int room) const;

    std::vector<OpenedLine> m_lines;
};

} // namespace unfold

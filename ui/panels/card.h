#pragma once
// The white rounded sheet that holds one subject, and its small heading.
#include <QFrame>

class QLabel;

namespace unfold {

class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A heading in the muted colour; it follows the theme and the application's font.
QLabel *makeHeading(const QString &text, QWidget *parent);

/// A smaller muted line that wraps.
QLabel *makeCaption(const QString &text, QWidget *parent);

/// A line for what is wrong with an entry, in the warning colour; hidden while empty. See setFault.
QLabel *makeFaultLine(QWidget *parent);
void setFault(QLabel *line, const QString &sentence);

} // namespace unfold

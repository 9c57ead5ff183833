#pragma once
// The kinds of text on the panels. They follow the theme and the application's font.
class QLabel;
class QString;
class QWidget;

namespace unfold {

/// A heading in the muted colour.
QLabel *makeHeading(const QString &text, QWidget *parent);

/// A sentence for an audience, that wraps.
QLabel *makeSentence(const QString &text, QWidget *parent);

/// A smaller muted line that wraps.
QLabel *makeCaption(const QString &text, QWidget *parent);

/// A line for what is wrong with an entry, in the warning colour; hidden while empty. See setFault.
QLabel *makeFaultLine(QWidget *parent);
void setFault(QLabel *line, const QString &sentence);

} // namespace unfold

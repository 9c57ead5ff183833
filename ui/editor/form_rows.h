#pragma once
// The forms of the editor: one look, and rows whose fields teach what they are.
class QFormLayout;
class QString;
class QWidget;

namespace unfold {

/// The layout of `form`.
QFormLayout *makeFormRows(QWidget *form);

/// label: with the letter of its key, "&Name"; without it, what the field is called. name: the field's object name.
void addTaughtRow(QFormLayout *rows, const QString &label, QWidget *field, const char *name, const QString &teaching);

} // namespace unfold

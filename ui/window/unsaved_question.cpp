#include "ui/window/unsaved_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace unfold {
namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("UnsavedQuestion", text);
}
} // namespace

Unsaved askAboutUnsaved(const QString &name, QWidget *window)
{
    QMessageBox box(window);
    box.setWindowTitle(tr("Unsaved changes"));
    box.setTextFormat(Qt::PlainText);
    box.setText(name.isEmpty() ? tr("Save your changes?") : tr("Save your changes to “%1”?").arg(name));
    box.setInformativeText(tr("Without saving they are lost."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.button(QMessageBox::Save)->setText(tr("&Save"));
    box.button(QMessageBox::Discard)->setText(tr("&Don’t save"));
    box.button(QMessageBox::Cancel)->setText(tr("&Cancel"));
    for (QAbstractButton *button : box.buttons())
        button->setIcon({}); // words are enough
    box.setDefaultButton(QMessageBox::Save);
    box.setEscapeButton(QMessageBox::Cancel);
    switch (box.exec()) {
    case QMessageBox::Save: return Unsaved::Save;
    case QMessageBox::Discard: return Unsaved::Discard;
    default: return Unsaved::Stay;
    }
}

} // namespace unfold

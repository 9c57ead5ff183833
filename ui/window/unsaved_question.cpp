#include "ui/window/unsaved_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace unfold {
namespace {
struct UnsavedQuestionText {
    Q_DECLARE_TR_FUNCTIONS(UnsavedQuestion)
};

void ask(QMessageBox &box)
{
    box.setTextFormat(Qt::PlainText);
    for (QAbstractButton *button : box.buttons())
        button->setIcon({}); // words are enough
    box.setEscapeButton(QMessageBox::Cancel);
    box.exec();
}
} // namespace

Unsaved askAboutUnsaved(const QString &name, QWidget *window)
{
    QMessageBox box(window);
    box.setWindowTitle(UnsavedQuestionText::tr("Unsaved changes"));
    box.setText(name.isEmpty() ? UnsavedQuestionText::tr("Save your changes?")
                               : UnsavedQuestionText::tr("Save your changes to “%1”?").arg(name));
    box.setInformativeText(UnsavedQuestionText::tr("Without saving they are lost."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.button(QMessageBox::Save)->setText(UnsavedQuestionText::tr("&Save"));
    box.button(QMessageBox::Discard)->setText(UnsavedQuestionText::tr("&Don’t save"));
    box.button(QMessageBox::Cancel)->setText(UnsavedQuestionText::tr("&Cancel"));
    box.setDefaultButton(QMessageBox::Save);
    ask(box);
    switch (box.result()) {
    case QMessageBox::Save: return Unsaved::Save;
    case QMessageBox::Discard: return Unsaved::Discard;
    default: return Unsaved::Stay;
    }
}

ChangedFile askAboutChangedFile(const QString &name, QWidget *window)
{
    QMessageBox box(window);
    box.setWindowTitle(UnsavedQuestionText::tr("Changed by another program"));
    box.setText(UnsavedQuestionText::tr("“%1” has changed since it was opened here.").arg(name));
    box.setInformativeText(
        UnsavedQuestionText::tr("Saving over it loses what was written there meanwhile. Another name keeps both."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Ignore | QMessageBox::Cancel);
    box.button(QMessageBox::Save)->setText(UnsavedQuestionText::tr("Save &as…"));
    box.button(QMessageBox::Ignore)->setText(UnsavedQuestionText::tr("Save &over it"));
    box.button(QMessageBox::Cancel)->setText(UnsavedQuestionText::tr("&Cancel"));
    box.setDefaultButton(QMessageBox::Save);
    ask(box);
    switch (box.result()) {
    case QMessageBox::Save: return ChangedFile::SaveElsewhere;
    case QMessageBox::Ignore: return ChangedFile::Overwrite;
    default: return ChangedFile::Stay;
    }
}

} // namespace unfold

#include "ui/controls/redraw_question.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace unfold {

RedrawQuestion::RedrawQuestion(QWidget *parent)
    : QWidget(parent)
    , m_sentence(makeFaultLine(this))
{
    build();
    hide();
}

void RedrawQuestion::build()
{
    setObjectName(QStringLiteral("redrawQuestion"));
    setAccessibleName(tr("Draw parameters anew?"));
    m_sentence->setObjectName(QStringLiteral("redrawSentence"));
    auto *yes = new SoftButton(this);
    yes->setObjectName(QStringLiteral("drawAnew"));
    yes->setText(tr("Draw anew"));
    yes->setToolTip(
        tr("<p>Takes the data. The parameters named above are drawn by the recipe under Network; all others "
           "stay. Undo takes it back.</p>"));
    auto *no = new SoftButton(this);
    no->setObjectName(QStringLiteral("keepNetwork"));
    no->setText(tr("Keep the network"));
    no->setToolTip(tr("<p>Leaves the network and its present input as they are.</p>"));
    connect(yes, &SoftButton::clicked, this, [this] { emit answered(true); });
    connect(no, &SoftButton::clicked, this, [this] { emit answered(false); });
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(no);
    row->addWidget(yes);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_sentence);
    column->addLayout(row);
}

void RedrawQuestion::ask(const QString &names)
{
    setFault(m_sentence,
        tr("This data has another size than the input that the network was given with. It would draw %1 anew. What was "
           "given is then lost.")
            .arg(names));
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace unfold

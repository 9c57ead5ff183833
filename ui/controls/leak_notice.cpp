#include "ui/controls/leak_notice.h"

#include "core/experiment/edit.h"
#include "core/experiment/leaked_target.h"
#include "core/formula/notation.h"
#include "ui/controls/ask_change.h"
#include "ui/document/document.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace unfold {

LeakNotice::LeakNotice(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_sentence(makeFaultLine(this))
    , m_mend(new SoftButton(this))
{
    setObjectName(QStringLiteral("leakNotice"));
    explainBy(this, "bidirectional target");
    m_sentence->setObjectName(QStringLiteral("leakSentence"));
    m_mend->setObjectName(QStringLiteral("leakMend"));
    m_mend->setText(tr("Predict only after the last step"));
    m_mend->setAccessibleName(m_mend->text());
    m_mend->setToolTip(
        tr("<p>Takes the loss at the last step alone. Its target comes after everything that is read, so "
           "there is something to predict. Undo brings the other task back.</p>"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_mend, 0, Qt::AlignLeft);
    connect(m_mend, &SoftButton::clicked, this, &LeakNotice::predictAfterTheLast);
    connect(m_document, &Document::experimentChanged, this, &LeakNotice::follow);
    connect(m_document, &Document::notationChanged, this, &LeakNotice::follow);
    follow();
}

void LeakNotice::follow()
{
    const auto leak = leakedTarget(m_document->experiment());
    setVisible(leak.has_value());
    if (!leak)
        return;
    const Names names = namesIn(m_document->notation(), circuitOf(m_document->experiment()));
    const auto at = [&](const std::string &node, int step) {
        return QString::fromStdString(names.node(node) + names.at(std::to_string(step)));
    };
    setFault(m_sentence,
        tr("%1 must predict %2, but this network has already read %2: the target leaks. Tag the words instead (scene "
           "“From both sides”), or predict only what comes after the last step.")
            .arg(at(leak->source, leak->step), at(leak->input, leak->step + 1)));
}

void LeakNotice::predictAfterTheLast()
{
    if (const auto fault = askChange(
            *m_document,
            [&] {
                return withLossAt(m_document->experiment(), {Span::Kind::Last, 1});
            },
            tr("loss at the last step")))
        setFault(m_sentence, *fault);
}

} // namespace unfold

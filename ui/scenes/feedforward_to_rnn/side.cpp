#include "ui/scenes/feedforward_to_rnn/side.h"

#include "ui/scenes/feedforward_to_rnn/parameter_plot.h"
#include "ui/scenes/feedforward_to_rnn/parameter_table.h"
#include "ui/scenes/feedforward_to_rnn/text.h"
#include "ui/style/theme.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>

namespace unfold {
namespace {

QLabel *sentence(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

FeedforwardToRnnSide::FeedforwardToRnnSide(const LayerSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_sizes(sizes)
    , m_title(makeHeading({}, this))
    , m_happens(sentence("roadHappens", this))
    , m_heading(makeHeading({}, this))
    , m_stays(sentence("roadStays", this))
{
    m_title->setObjectName(QStringLiteral("roadTitle"));
    build();
    setPhase(0);
}

void FeedforwardToRnnSide::build()
{
    auto *plot = new ParameterPlot(m_sizes, this);
    auto *table = new ParameterTable(m_sizes, this);
    table->setLength(plot->length());
    explainBy(plot, "number-of-parameters sequence-length");
    explainBy(table, "number-of-parameters weight-sharing");
    connect(plot, &ParameterPlot::lengthChanged, table, &ParameterTable::setLength);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::gap / 2);
    column->addWidget(m_title);
    column->addWidget(m_happens);
    column->addSpacing(Metrics::gap / 2);
    column->addWidget(m_heading);
    column->addWidget(m_stays);
    column->addStretch(1);
    column->addWidget(makeHeading(tr("Number of parameters"), this));
    column->addWidget(makeCaption(
        tr("For one output after T inputs. A feed-forward network reads them as one vector, so another T needs "
           "another network."),
        this));
    column->addWidget(plot, 3);
    column->addWidget(table);
}

void FeedforwardToRnnSide::setPhase(double phase)
{
    const int step = transitionStepAt(phase);
    if (step == m_step)
        return;
    m_step = step;
    const FeedforwardToRnnWords words = transitionWords(step, m_sizes);
    m_title->setText(words.title);
    m_happens->setText(words.happens);
    m_heading->setText(words.heading);
    m_stays->setText(words.stays);
}

} // namespace unfold

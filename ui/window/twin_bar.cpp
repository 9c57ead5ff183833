#include "ui/window/twin_bar.h"

#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/layout/flow.h"
#include "ui/plot/curve_name.h"
#include "ui/style/card_surface.h"
#include "ui/style/theme.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/twin_actions.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace unfold {
namespace {

constexpr int gap = 4; ///< between buttons
constexpr int lineGap = 4;
constexpr QMargins margins(Metrics::padding, 5, Metrics::padding, 5);

struct LinkText {
    Link link;
    const char *name;
    const char *teaching;
};
constexpr std::array<LinkText, allLinks.size()> linkTexts{{
    {Link::Circuit, QT_TRANSLATE_NOOP("TwinBar", "circuit"),
        QT_TRANSLATE_NOOP("TwinBar", "Which network it is: RNN, LSTM, GRU …")},
    {Link::HiddenSize, QT_TRANSLATE_NOOP("TwinBar", "size"),
        QT_TRANSLATE_NOOP("TwinBar", "How many hidden units there are.")},
    {Link::Activation, QT_TRANSLATE_NOOP("TwinBar", "activation"),
        QT_TRANSLATE_NOOP("TwinBar", "tanh, relu, … of the hidden state.")},
    {Link::Recipe, QT_TRANSLATE_NOOP("TwinBar", "weights"),
        QT_TRANSLATE_NOOP("TwinBar", "How the weights are initialised: orthogonal, Gaussian, …, and constants.")},
    {Link::Seed, QT_TRANSLATE_NOOP("TwinBar", "seed"),
        QT_TRANSLATE_NOOP("TwinBar", "One seed: a matrix that both have has the same numbers in both.")},
    {Link::Gain, QT_TRANSLATE_NOOP("TwinBar", "gain"),
        QT_TRANSLATE_NOOP("TwinBar", "Linked, the slider of the recurrent weight moves both.")},
    {Link::Data, QT_TRANSLATE_NOOP("TwinBar", "data"), QT_TRANSLATE_NOOP("TwinBar", "Inputs and targets.")},
    {Link::Loss, QT_TRANSLATE_NOOP("TwinBar", "loss"),
        QT_TRANSLATE_NOOP("TwinBar", "At which steps the loss is taken.")},
    {Link::Initial, QT_TRANSLATE_NOOP("TwinBar", "start"),
        QT_TRANSLATE_NOOP("TwinBar", "The state before step 1, such as h(0).")},
}};

} // namespace

TwinBar::TwinBar(Document *document, const TwinActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_twin(document->twin())
{
    setAccessibleName(tr("Twin"));
    explainBy(this, "twin");
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    buildNames();
    buildLinks();
    buildButtons(actions);
    connect(m_twin, &Twin::changed, this, &TwinBar::refresh);
    connect(m_twin, &Twin::resultChanged, this, &TwinBar::refresh);
    connect(document, &Document::experimentChanged, this, &TwinBar::refresh);
    refresh();
}

void TwinBar::buildNames()
{
    m_first = new CurveName(Qt::SolidLine, this);
    m_first->setObjectName(QStringLiteral("twinFirst"));
    m_first->setToolTip(
        tr("All controls edit this one; diagrams, inspector and numbers show it. To edit the other, swap."));
    m_other = new CurveName(Qt::DashLine, this);
    m_other->setObjectName(QStringLiteral("twinOther"));
    m_starts << m_first << m_other;
}

void TwinBar::buildLinks()
{
    QLabel *caption = makeCaption(tr("Linked:"), this);
    caption->setWordWrap(false);
    caption->setToolTip(tr("What is linked is the same in both: change it, and both change. What is not linked stays "
                           "as it is in the twin. The number of steps is always linked: both have one time axis."));
    m_starts << caption;
    for (const LinkText &text : linkTexts) {
        auto *button = new LinkButton(tr(text.name), this);
        button->setObjectName(QStringLiteral("link-") + QLatin1String(nameOf(text.link).data()));
        button->setToolTip(tr("%1 Press to link or unlink it.").arg(tr(text.teaching)));
        connect(button, &LinkButton::clicked, m_twin,
            [this, link = text.link](bool checked) { m_twin->setLinked(link, checked); });
        m_links[text.link] = button;
    }
}

void TwinBar::buildButtons(const TwinActions *actions)
{
    for (QAction *action : {actions->besideAction(), actions->swapAction(), actions->removeAction()}) {
        auto *button = new SoftButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        if (action == actions->besideAction())
            m_starts << button;
    }
}

QString TwinBar::textOfFirst() const
{
    return m_first->text();
}

QString TwinBar::textOfTwin() const
{
    return m_other->text();
}

void TwinBar::refresh()
{
    const bool wasThere = !isHidden();
    setVisible(m_twin->setup().has_value());
    if (!m_twin->setup())
        return;
    const QStringList before{textOfFirst(), textOfTwin()};
    m_first->setText(tr("%1 · edited").arg(m_twin->nameOfFirst()));
    const QString fault = m_twin->fault();
    m_other->setText(
        fault.isEmpty() ? tr("twin: %1").arg(m_twin->name()) : tr("twin: %1 · cannot follow").arg(m_twin->name()));
    m_other->setToolTip(fault.isEmpty()
            ? tr("Identical except for what its name lists. The dashed curve is its gradient.")
            : tr("The twin stays as it was and is not shown: %1").arg(fault.toHtmlEscaped()));
    for (const auto &[link, button] : m_links)
        button->setChecked(m_twin->setup()->links.count(link) > 0);
    if (wasThere && before == QStringList{textOfFirst(), textOfTwin()})
        return; // every tick of a dragged slider comes by here
    updateGeometry();
    place(width(), true);
}

// -- geometry
// ----------------------------------------------------------------------------------------------------------

/// Groups stay together where they can. Returns the height.
int TwinBar::place(int width, bool move) const
{
    std::vector<FlowItem> items;
    QList<QWidget *> parts;
    for (auto *part : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        const QSize size = part->sizeHint();
        items.push_back({size, size.height() / 2, m_starts.contains(part) ? Break::Preferred : Break::Allowed});
        parts << part;
    }
    const Flow flowed = flow(items, width - margins.left() - margins.right(), gap, lineGap);
    for (qsizetype i = 0; move && i < parts.size(); ++i)
        parts[i]->setGeometry(
            QRect(flowed.places[static_cast<size_t>(i)] + QPoint(margins.left(), margins.top()), parts[i]->sizeHint()));
    return flowed.height + margins.top() + margins.bottom();
}

int TwinBar::heightForWidth(int width) const
{
    return place(width, false);
}

QSize TwinBar::sizeHint() const
{
    return {0, heightForWidth(width())};
}

QSize TwinBar::minimumSizeHint() const
{
    return sizeHint();
}

void TwinBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

bool TwinBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place(width(), true);
    }
    return QWidget::event(event);
}

void TwinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCardSurface(painter, this);
}

} // namespace unfold

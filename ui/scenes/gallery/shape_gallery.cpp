#include "ui/scenes/gallery/shape_gallery.h"

#include "ui/scenes/gallery/shape_card.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace unfold {
namespace {

constexpr int cardEms = 11; ///< the least width of a card, in text heights

} // namespace

ShapeGallery::ShapeGallery(const Experiment &present, QWidget *window)
    : QDialog(window)
    , m_scroll(new QScrollArea(this))
{
    setWindowTitle(tr("Shapes of input and output"));
    auto *page = new QWidget;
    buildCards(present, page);
    buildPage(page);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(page);
    auto *close = new SoftButton(this);
    close->setText(tr("Close"));
    close->setToolTip(tr("<p>Back to the network as it is. Key: Esc.</p>"));
    close->setAccessibleName(tr("Close"));
    connect(close, &SoftButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::padding, Metrics::padding, Metrics::gap);
    column->addWidget(m_scroll, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    for (ShapeCard *card : m_cards)
        if (card->isPresent())
            card->setFocus();
}

void ShapeGallery::buildCards(const Experiment &present, QWidget *page)
{
    const std::optional<Shape> shape = shapeOf(present);
    const SceneList scenes = readScenes();
    for (const ShapeEntry &entry : shapeEntries()) {
        const auto scene = std::find_if(
            scenes.scenes.begin(), scenes.scenes.end(), [&](const Scene &one) { return one.file == entry.scene; });
        if (scene == scenes.scenes.end()) // the menu of scenes says what is wrong with the file
            continue;
        auto *card = new ShapeCard(entry, scene->title, shape == entry.shape, page);
        connect(card, &ShapeCard::clicked, this, [this, experiment = scene->experiment] {
            accept();
            emit chosen(experiment);
        });
        card->installEventFilter(this);
        m_cards << card;
    }
}

void ShapeGallery::buildPage(QWidget *page)
{
    auto *title = new QLabel(tr("One network, five shapes"), page);
    title->setFont(textFont(1.5, QFont::DemiBold));
    auto *sentence = new QLabel(tr("The recurrent layer is the same in all of them. They differ in the steps with an "
                                   "input and the steps with an output."),
        page);
    sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(Metrics::gap);
    column->addWidget(title);
    column->addWidget(sentence);
    m_grid = new QGridLayout;
    m_grid->setSpacing(Metrics::gap);
    column->addLayout(m_grid);
    column->addStretch(1);
}

/// What every card needs, so that its words break in few places.
int ShapeGallery::cardWidth() const
{
    int width = cardEms * textFont().pixelSize();
    for (const ShapeCard *card : m_cards)
        width = std::max(width, card->minimumSizeHint().width());
    return width;
}

/// As many columns as there is room for beside the scroll bar.
void ShapeGallery::applyShape()
{
    const int all = static_cast<int>(m_cards.size());
    const int room = contentsRect().width() - 2 * Metrics::padding - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int fitting = std::clamp((room + Metrics::gap) / (cardWidth() + Metrics::gap), 1, std::max(1, all));
    if (fitting == m_columns)
        return;
    for (int i = 0; i < m_columns; ++i)
        m_grid->setColumnStretch(i, 0);
    m_columns = fitting;
    for (ShapeCard *card : m_cards)
        m_grid->removeWidget(card);
    for (int i = 0; i < all; ++i)
        m_grid->addWidget(m_cards[i], i / m_columns, i % m_columns);
    for (int i = 0; i < m_columns; ++i)
        m_grid->setColumnStretch(i, 1);
}

void ShapeGallery::walkBy(int cards)
{
    const auto here = std::find_if(m_cards.begin(), m_cards.end(), [](const ShapeCard *c) { return c->hasFocus(); });
    const auto at = here == m_cards.end() ? 0 : here - m_cards.begin() + cards;
    if (at < 0 || at >= m_cards.size())
        return;
    m_cards[at]->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(m_cards[at]);
}

/// The arrows of the cards: before the scroll area around them takes them.
bool ShapeGallery::eventFilter(QObject *watched, QEvent *event)
{
    const auto step = [this](int key) {
        switch (key) {
        case Qt::Key_Left: return -1;
        case Qt::Key_Right: return 1;
        case Qt::Key_Up: return -m_columns;
        case Qt::Key_Down: return m_columns;
        default: return 0;
        }
    };
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int cards = step(static_cast<QKeyEvent *>(event)->key());
    if (cards != 0)
        walkBy(cards);
    return cards != 0;
}

void ShapeGallery::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    applyShape();
}

void ShapeGallery::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns > 0)
        applyShape();
}

} // namespace unfold

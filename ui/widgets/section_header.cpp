#include "ui/widgets/section_header.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/focus_ring.h"
#include "ui/style/paints_pixels.h"
#include "ui/style/text_width.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {
constexpr double pillFactor = 0.86;
constexpr double titleFactor = 0.93;
constexpr int pillGap = 6;
} // namespace

PillButton::PillButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setMouseTracking(true); // the view below must learn that the mouse has left its points
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(text);
}

QSize PillButton::sizeHint() const
{
    const QFont font = textFont(pillFactor, QFont::Medium);
    const QFontMetrics metrics(font);
    return {textWidth(font, text()) + 2 * metrics.height() / 2 + 2, metrics.height() + 6};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPill(painter, rect());
}

void PillButton::paintPill(QPainter &painter, const QRect &place) const
{
    const Theme &theme = themeOf(this);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool filled = isChecked() && isEnabled();
    painter.setPen(
        hasFocus() ? QPen(theme.cursorLine, 2) : QPen(underMouse() && isEnabled() ? theme.muted : theme.border, 1));
    painter.setBrush(filled ? theme.cursorBand : theme.card);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(textFont(pillFactor, QFont::Medium));
    painter.setPen(!isEnabled() ? theme.notComputed : filled ? theme.text : theme.muted);
    painter.drawText(place, Qt::AlignCenter, text());
}

void PillButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PillButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

TitleButton::TitleButton(QMenu *menu, QWidget *parent)
    : QAbstractButton(parent)
    , m_menu(menu)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true); // the view below must learn that the mouse has left its points
    connect(this, &QAbstractButton::clicked, this, &TitleButton::openMenu);
}

int TitleButton::chevronWidth()
{
    return QFontMetrics(textFont(titleFactor)).height();
}

void TitleButton::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height())));
}

void TitleButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openMenu();
    else
        QAbstractButton::keyPressEvent(event);
}

void TitleButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double reach = chevronWidth() * 0.18;
    const QPointF middle(width() - chevronWidth() * 0.5, height() / 2.0 + reach / 2);
    painter.setPen(QPen(underMouse() ? theme.text : theme.muted, 1.6 * Metrics::unit(), Qt::SolidLine, Qt::RoundCap));
    painter.drawPolyline(QPolygonF{middle + QPointF(-reach, -reach), middle, middle + QPointF(reach, -reach)});
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), theme);
}

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_text(title)
{
    setMouseTracking(true);
    setAccessibleRole(this, QAccessible::Heading);
    setAccessibleName(title);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SectionHeader::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    showTitle();
}

void SectionHeader::setWhose(const QString &whose)
{
    if (whose == m_whose)
        return;
    m_whose = whose;
    showTitle();
}

QString SectionHeader::wholeTitle() const
{
    return m_whose.isEmpty() ? m_title : m_title + QStringLiteral(" · ") + m_whose;
}

void SectionHeader::showTitle()
{
    m_text.setText(wholeTitle());
    setAccessibleName(wholeTitle());
    updateGeometry();
    placeToggles();
    update();
}

void SectionHeader::setTitleMenu(QMenu *menu)
{
    m_titleButton = new TitleButton(menu, this);
    m_titleButton->setToolTip(tr("Other views of the gradient over the same steps. Key: V."));
    m_titleButton->setObjectName(QStringLiteral("lowerView"));
    m_titleButton->setAccessibleName(tr("%1: choose another view").arg(m_title));
    QWidget *before = m_titleButton;
    for (PillButton *toggle : m_toggles) { // as it is read
        setTabOrder(before, toggle);
        before = toggle;
    }
    updateGeometry();
    placeToggles();
}

PillButton *SectionHeader::addToggle(const QString &text, const QString &toolTip)
{
    auto *button = new PillButton(text, this);
    button->setToolTip(toolTip);
    m_toggles.push_back(button);
    updateGeometry();
    placeToggles();
    return button;
}

void SectionHeader::setToggleText(PillButton *toggle, const QString &text)
{
    if (text == toggle->text())
        return;
    toggle->setText(text);
    updateGeometry();
    placeToggles();
}

void SectionHeader::setToggleShown(PillButton *toggle, bool shown)
{
    std::erase(m_absent, toggle);
    if (!shown)
        m_absent.push_back(toggle);
    toggle->setVisible(shown && m_togglesShown);
    updateGeometry();
    placeToggles();
}

void SectionHeader::hideToggles()
{
    m_togglesShown = false;
    for (PillButton *button : m_toggles)
        button->hide();
    if (m_titleButton)
        m_titleButton->hide();
    updateGeometry();
    placeToggles();
}

int SectionHeader::titleWidth() const
{
    const int chevron = m_titleButton && m_togglesShown ? TitleButton::chevronWidth() : 0;
    return textWidth(textFont(titleFactor, QFont::DemiBold), wholeTitle()) + chevron;
}

std::vector<PillButton *> SectionHeader::shownToggles() const
{
    std::vector<PillButton *> shown = m_togglesShown ? m_toggles : std::vector<PillButton *>();
    std::erase_if(shown, [this](PillButton *toggle) { return std::ranges::find(m_absent, toggle) != m_absent.end(); });
    return shown;
}

int SectionHeader::togglesWidth() const
{
    int width = 0;
    for (const PillButton *button : shownToggles())
        width += button->sizeHint().width() + pillGap;
    return width;
}

/// As many in a row as fit.
std::vector<std::vector<PillButton *>> SectionHeader::toggleRows(int width) const
{
    std::vector<std::vector<PillButton *>> rows;
    int room = 0;
    for (PillButton *button : shownToggles()) {
        const int needed = button->sizeHint().width() + pillGap;
        if (rows.empty() || needed > room) {
            rows.emplace_back();
            room = fitsOneRow(width) ? togglesWidth() : width - 2 * Metrics::padding + pillGap;
        }
        rows.back().push_back(button);
        room -= needed;
    }
    return rows;
}

int SectionHeader::rowHeight() const
{
    return QFontMetrics(textFont(pillFactor, QFont::Medium)).height() + 10;
}

bool SectionHeader::fitsOneRow(int width) const
{
    return titleWidth() + togglesWidth() + 2 * Metrics::padding <= width;
}

int SectionHeader::heightForWidth(int width) const
{
    return (fitsOneRow(width) ? 1 : 1 + static_cast<int>(toggleRows(width).size())) * rowHeight();
}

QSize SectionHeader::sizeHint() const
{
    return {titleWidth() + togglesWidth() + 2 * Metrics::padding, rowHeight()};
}

QSize SectionHeader::minimumSizeHint() const
{
    int widest = titleWidth();
    for (const PillButton *button : shownToggles())
        widest = std::max(widest, button->sizeHint().width());
    return {widest + 2 * Metrics::padding, rowHeight()};
}

void SectionHeader::placeToggles()
{
    if (m_titleButton)
        m_titleButton->setGeometry(Metrics::padding - 4, 1, titleWidth() + 4, rowHeight() - 2);
    setFixedHeight(heightForWidth(width())); // a layout short of room would otherwise hide the rows below
    int top = fitsOneRow(width()) ? 0 : rowHeight();
    for (const std::vector<PillButton *> &row : toggleRows(width())) {
        int x = width() - Metrics::padding + pillGap;
        for (const PillButton *button : row)
            x -= button->sizeHint().width() + pillGap;
        x = std::max(x, Metrics::padding);
        for (PillButton *button : row) {
            const QSize size = button->sizeHint();
            button->setGeometry(x, top + (rowHeight() - size.height()) / 2, size.width(), size.height());
            x += size.width() + pillGap;
        }
        top += rowHeight();
    }
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(textFont(titleFactor, QFont::DemiBold));
    const QRect row(Metrics::padding, 0, width() - 2 * Metrics::padding, rowHeight());
    m_text.prepare({}, painter.font()); // does nothing where text and font are the same
    const int top = (row.height() - static_cast<int>(m_text.size().height())) / 2;
    paintHalo(painter, {row.left(), top});
    painter.setPen(themeOf(this).muted);
    painter.drawStaticText(row.left(), top, m_text);
}

/// The cursor's line passes behind the title, not through its letters: they stand in a halo.
void SectionHeader::paintHalo(QPainter &painter, QPoint at)
{
    painter.setPen(themeOf(this).card);
    if (!paintsPixels(painter)) { // copies of the text would be found again by whoever searches the figure
        painter.fillRect(QRectF(at, m_text.size()), themeOf(this).card);
        return;
    }
    for (const QPoint offset : {QPoint(-2, 0), QPoint(2, 0), QPoint(0, -2), QPoint(0, 2), QPoint(-1, -1), QPoint(1, 1),
             QPoint(-1, 1), QPoint(1, -1)})
        painter.drawStaticText(at + offset, m_text);
}

void SectionHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeToggles();
}

void SectionHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        placeToggles();
    }
}

} // namespace unfold

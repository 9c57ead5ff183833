#include "ui/inspector/inspector_terms.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace unfold {
namespace {

constexpr double factor = 0.95;
constexpr int indent = 12; // of the products below their heading

QFont baseFont(const OpenedLine &line)
{
    if (line.kind == OpenedLine::Kind::More || line.kind == OpenedLine::Kind::Note)
        return textFont(0.86);
    return textFont(factor, line.kind == OpenedLine::Kind::Sum ? QFont::DemiBold : QFont::Normal);
}

int indentOf(const OpenedLine &line)
{
    const bool below = line.kind == OpenedLine::Kind::Term || line.kind == OpenedLine::Kind::More;
    return below ? indent : 0;
}

} // namespace

InspectorTerms::InspectorTerms(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleRole(this, QAccessible::Paragraph);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void InspectorTerms::setLines(const std::vector<OpenedLine> &lines)
{
    m_lines = lines;
    setAccessibleName(tr("The arithmetic of the opened entry"));
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString InspectorTerms::text() const
{
    QStringList all;
    for (const OpenedLine &line : m_lines)
        all << line.text;
    return all.join(QLatin1Char('\n'));
}

int InspectorTerms::lineHeight() const
{
    return QFontMetrics(textFont(factor)).height() + 4;
}

QRect InspectorTerms::lineRect(int line) const
{
    return {0, line * lineHeight(), width(), lineHeight()};
}

int InspectorTerms::lineAt(int y) const
{
    const int line = y / std::max(1, lineHeight());
    return y >= 0 && line < static_cast<int>(m_lines.size()) ? line : -1;
}

QSize InspectorTerms::sizeHint() const
{
    return {240, static_cast<int>(m_lines.size()) * lineHeight()};
}

QFont InspectorTerms::fontOf(const OpenedLine &line, int room) const
{
    QFont font = baseFont(line);
    const int wide = QFontMetrics(font).horizontalAdvance(line.text);
    if (wide > room) // a narrow column: smaller rather than cut
        font.setPixelSize(std::max(8, font.pixelSize() * room / wide));
    return font;
}

void InspectorTerms::paintEvent(QPaintEvent *event)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const int first = std::max(0, lineAt(event->rect().top()));
    for (int i = first; i < static_cast<int>(m_lines.size()) && lineRect(i).top() <= event->rect().bottom(); ++i) {
        const OpenedLine &line = m_lines[static_cast<size_t>(i)];
        const QRect rect = lineRect(i).adjusted(indentOf(line), 0, 0, 0);
        painter.setFont(fontOf(line, rect.width()));
        const bool quiet = line.kind == OpenedLine::Kind::Heading || line.kind == OpenedLine::Kind::Note;
        painter.setPen(line.kind == OpenedLine::Kind::More ? theme.cursorLine : quiet ? theme.muted : theme.text);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, line.text);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), theme);
}

bool InspectorTerms::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int line = lineAt(help->pos().y());
        QToolTip::showText(help->globalPos(), line < 0 ? QString() : m_lines[static_cast<size_t>(line)].detail, this);
        return true;
    }
    return QWidget::event(event);
}

void InspectorTerms::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(static_cast<int>(event->position().y()));
    if (line >= 0 && m_lines[static_cast<size_t>(line)].kind == OpenedLine::Kind::More)
        emit toggled(m_lines[static_cast<size_t>(line)].group);
}

void InspectorTerms::mouseMoveEvent(QMouseEvent *event)
{
    const int line = lineAt(static_cast<int>(event->position().y()));
    const bool hand = line >= 0 && m_lines[static_cast<size_t>(line)].kind == OpenedLine::Kind::More;
    setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void InspectorTerms::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto more
        = std::find_if(m_lines.begin(), m_lines.end(), [](const auto &l) { return l.kind == OpenedLine::Kind::More; });
    if (more != m_lines.end())
        emit toggled(-1); // all of them
}

void InspectorTerms::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace unfold

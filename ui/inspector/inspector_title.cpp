#include "ui/inspector/inspector_title.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/typing_guard.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace unfold {
namespace {

/// A drawing pin, its needle down, in a square of 0 … 1.
QPainterPath pinIcon()
{
    QPainterPath pin;
    pin.addRoundedRect(0.24, 0.02, 0.52, 0.12, 0.05, 0.05);
    pin.addPolygon(QPolygonF({{0.34, 0.14}, {0.66, 0.14}, {0.7, 0.46}, {0.3, 0.46}, {0.34, 0.14}}));
    pin.addRoundedRect(0.12, 0.46, 0.76, 0.13, 0.05, 0.05);
    pin.addRect(0.455, 0.59, 0.09, 0.41);
    return pin;
}

} // namespace

InspectorTitle::InspectorTitle(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_pin(new QAction(tr("Pin to this step"), this))
    , m_button(new SoftButton(this))
    , m_title(makeHeading({}, this))
    , m_where(makeCaption({}, this))
{
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setWordWrap(true);
    m_where->setObjectName(QStringLiteral("inspectorPinned"));
    m_where->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_title, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_where);
    buildPin();
}

void InspectorTitle::buildPin()
{
    m_pin->setCheckable(true);
    m_pin->setShortcut(Qt::Key_P);
    m_button->setAutoRaise(true);
    m_button->setDefaultAction(m_pin);
    m_button->setIconPath(pinIcon());
    m_button->setObjectName(QStringLiteral("inspectorPin"));
    m_button->setAccessibleName(m_pin->text());
    connect(m_pin, &QAction::triggered, this, &InspectorTitle::setPinned);
    new TypingGuard({m_pin}, this);
}

QWidget *InspectorTitle::pinButton() const
{
    return m_button;
}

void InspectorTitle::setPinned(bool pinned)
{
    if (pinned)
        m_document->pin(m_element);
    else if (m_document->cursor().pinned)
        m_document->release();
}

void InspectorTitle::showPage(const InspectorPage &page)
{
    const Cursor &cursor = m_document->cursor();
    m_element = page.element;
    m_title->setText(page.title);
    m_pin->setEnabled(m_element.step > 0);
    m_pin->setChecked(cursor.pinned);
    m_pin->setToolTip(pinTip());
    m_where->setText(tr("Pinned at step %1; the time is at step %2. %3 releases it.")
                         .arg(cursor.selection.step)
                         .arg(cursor.step)
                         .arg(m_pin->shortcut().toString(QKeySequence::NativeText)));
    m_where->setVisible(cursor.pinned && cursor.step != cursor.selection.step);
}

QString InspectorTitle::pinTip() const
{
    const QString key = m_pin->shortcut().toString(QKeySequence::NativeText);
    if (!m_pin->isEnabled())
        return tr("<p>This page belongs to no single step, so there is nothing to pin.</p>");
    if (m_pin->isChecked())
        return tr("<p>The inspector keeps step %1 while the time moves. Escape, or a click on empty space in the "
                  "circuit, releases it: it then follows the time again. (%2)</p>")
            .arg(m_element.step)
            .arg(key);
    return tr("<p>The inspector follows the time. The pin keeps it at step %1, for example to compare that step with "
              "later ones. (%2)</p>")
        .arg(m_element.step)
        .arg(key);
}

bool InspectorTitle::canRelease() const
{
    const Cursor &cursor = m_document->cursor();
    return isVisible() && (cursor.pinned || cursor.selection.kind != ElementRef::Kind::None);
}

/// Of the window: a key comes here when nobody else wanted it.
bool InspectorTitle::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escape || watched != window() || !canRelease())
        return QWidget::eventFilter(watched, event);
    m_document->release();
    return true;
}

void InspectorTitle::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this); // once, however often it is shown
}

} // namespace unfold

#include "ui/controls/transport_bar.h"

#include "ui/controls/player.h"
#include "ui/document/document.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/collapsible_row.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/transport_icons.h"
#include "ui/widgets/typing_guard.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr int pageSteps = 10;
constexpr std::array speeds{0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0}; ///< steps per second at the notches of the slider

int notchOf(double speed)
{
    const auto nearer = [speed](double a, double b) { return std::abs(a - speed) < std::abs(b - speed); };
    return static_cast<int>(std::min_element(speeds.begin(), speeds.end(), nearer) - speeds.begin());
}

} // namespace

TransportBar::TransportBar(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_player(new Player(document, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    buildPass();
    buildRow();
    buildSpeed();
    buildKeys();
    connectBar();
    showPasses();
    showCursor();
    showPlaying();
    showSpeed();
}

// -- building
// ----------------------------------------------------------------------------------------------------------

void TransportBar::buildPass()
{
    m_forward = new SoftButton(this);
    m_backward = new SoftButton(this);
    m_forward->setObjectName(QStringLiteral("forwardPass"));
    m_backward->setObjectName(QStringLiteral("backwardPass"));
    m_forward->setText(tr("Forward"));
    m_backward->setText(tr("Backward"));
    m_forward->setJoined(false, true);
    m_backward->setJoined(true, false);
    // No button group: it would let Tab reach only the one that is checked.
    for (SoftButton *button : {m_forward, m_backward}) {
        button->setCheckable(true);
        button->setAccessibleName(tr("%1 pass").arg(button->text()));
        layout()->addWidget(button);
    }
    m_forward->setToolTip(tr("<p>The forward pass: values appear step by step, from left to right. Key: F.</p>"));
    static_cast<QHBoxLayout *>(layout())->addSpacing(Metrics::gap);
}

SoftButton *TransportBar::addButton(const char *name, int advance)
{
    auto *button = new SoftButton(this);
    button->setObjectName(QLatin1String(name));
    if (advance != 0)
        connect(button, &SoftButton::clicked, this, [this, advance] { advanceBy(advance); });
    return button;
}

void TransportBar::buildRow()
{
    m_begin = addButton("begin", 0);
    m_back = addButton("back", -1);
    m_play = addButton("play", 0);
    m_advance = addButton("advance", 1);
    m_finish = addButton("finish", 0);
    m_back->setAutoRepeat(true);
    m_advance->setAutoRepeat(true);
    m_row = new QHBoxLayout;
    m_row->setSpacing(4);
    placeRow(false);
    static_cast<QHBoxLayout *>(layout())->addLayout(m_row);
    static_cast<QHBoxLayout *>(layout())->addSpacing(Metrics::gap - 4);
    m_step = new QLabel(this);
    m_step->setObjectName(QStringLiteral("stepLabel"));
    layout()->addWidget(m_step);
}

void TransportBar::placeRow(bool mirrored)
{
    while (m_row->count() > 0)
        delete m_row->takeAt(0);
    std::array<SoftButton *, 5> order{m_begin, m_back, m_play, m_advance, m_finish};
    if (mirrored)
        std::reverse(order.begin(), order.end());
    QWidget *before = m_backward;
    for (SoftButton *button : order) {
        m_row->addWidget(button);
        setTabOrder(before, button);
        before = button;
    }
    const QPainterPath right = icons::advance();
    const QPainterPath end = icons::toEnd();
    m_advance->setIconPath(mirrored ? icons::mirrored(right) : right);
    m_back->setIconPath(mirrored ? right : icons::mirrored(right));
    m_finish->setIconPath(mirrored ? icons::mirrored(end) : end);
    m_begin->setIconPath(mirrored ? end : icons::mirrored(end));
    m_mirrored = mirrored;
}

void TransportBar::buildSpeed()
{
    m_speed = new QSlider(Qt::Horizontal, this);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setRange(0, static_cast<int>(speeds.size()) - 1);
    m_speed->setPageStep(1);
    m_speed->setFixedWidth(84);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_speed->setToolTip(
        tr("<p>How fast Play goes: from one step in two seconds to 30 steps a second. Slow enough to talk "
           "through, or fast enough for a thousand steps.</p>"));
    m_speedText = makeCaption(QString(), this);
    m_speedText->setWordWrap(false);
    m_speedText->setObjectName(QStringLiteral("speedText"));
    m_leastNeeded = new CollapsibleRow(Metrics::gap + 4, this);
    m_leastNeeded->add({m_speed, m_speedText});
    layout()->addWidget(m_leastNeeded);
}

QAction *TransportBar::addKey(const char *name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    m_keys << action;
    return action;
}

void TransportBar::buildKeys()
{
    const auto onKey = [this](const char *name, const QString &text, const QKeySequence &key, auto &&what) {
        connect(addKey(name, text, key), &QAction::triggered, this, what);
    };
    onKey("keyPlay", tr("Play or pause"), Qt::Key_Space, [this] { m_player->toggle(); });
    onKey("keyLeft", tr("One step to the left"), Qt::Key_Left, [this] { moveBy(-1); });
    onKey("keyRight", tr("One step to the right"), Qt::Key_Right, [this] { moveBy(1); });
    onKey("keyPageUp", tr("Ten steps to the left"), Qt::Key_PageUp, [this] { moveBy(-pageSteps); });
    onKey("keyPageDown", tr("Ten steps to the right"), Qt::Key_PageDown, [this] { moveBy(pageSteps); });
    onKey("keyHome", tr("The first step"), Qt::Key_Home, [this] { goTo(1); });
    onKey("keyEnd", tr("The last step"), Qt::Key_End, [this] { goTo(m_document->result()->steps()); });
    onKey("keyForward", tr("Forward pass"), Qt::Key_F, [this] { m_document->setPass(Pass::Forward); });
    onKey("keyBackward", tr("Backward pass"), Qt::Key_B, [this] { m_document->setPass(Pass::Backward); });
    new TypingGuard(m_keys, this);
}

void TransportBar::connectBar()
{
    const auto choose = [this](Pass pass) {
        m_document->setPass(pass);
        showCursor(); // the present one stays checked
    };
    connect(m_forward, &SoftButton::clicked, this, [choose] { choose(Pass::Forward); });
    connect(m_backward, &SoftButton::clicked, this, [choose] { choose(Pass::Backward); });
    connect(m_play, &SoftButton::clicked, m_player, &Player::toggle);
    connect(m_begin, &SoftButton::clicked, this,
        [this] { goTo(firstStepOf(m_document->cursor().pass, m_document->result()->steps())); });
    connect(m_finish, &SoftButton::clicked, this,
        [this] { goTo(lastStepOf(m_document->cursor().pass, m_document->result()->steps())); });
    connect(m_speed, &QSlider::valueChanged, this,
        [this](int notch) { m_player->setSpeed(speeds[static_cast<size_t>(notch)]); });
    connect(m_player, &Player::playingChanged, this, [this] {
        showPlaying();
        tellStep();
    });
    connect(m_player, &Player::speedChanged, this, &TransportBar::showSpeed);
    connect(m_document, &Document::cursorChanged, this, &TransportBar::showCursor);
    connect(m_document, &Document::resultChanged, this, [this] {
        showPasses();
        showCursor();
    });
}

// -- acting: a hand on the transport stops the player
// ------------------------------------------------------------------

void TransportBar::goTo(int step)
{
    m_player->pause();
    m_document->setStep(step);
}

void TransportBar::moveBy(int steps)
{
    goTo(m_document->cursor().step + steps);
}

void TransportBar::advanceBy(int count)
{
    goTo(stepAfter(m_document->cursor(), count, m_document->result()->steps()));
}

void TransportBar::turnTo(Pass pass)
{
    m_player->pause();
    m_document->setPass(pass);
}

// -- showing
// -----------------------------------------------------------------------------------------------------------

void TransportBar::showPasses()
{
    const bool backward = m_document->result()->trace->hasGradient;
    m_backward->setEnabled(backward);
    m_backward->setToolTip(backward
            ? tr("<p>The backward pass: the gradient flows from right to left, and each arrow shows the gradient "
                 "through it. Key: B.</p>")
            : tr("<p>There is no backward pass, because this experiment takes no loss: without a loss there is "
                 "nothing to differentiate.</p>"));
    reserveLabels();
}

/// Room for the widest texts, so that nothing beside them moves while they change.
void TransportBar::reserveLabels()
{
    const QString steps = QString::number(m_document->result()->steps());
    const QString widest = tr("step %1 of %1").arg(QString(steps.size(), u'8'));
    m_speedText->setMinimumWidth(
        m_speedText->fontMetrics().horizontalAdvance(tr("%1 steps/s").arg(QStringLiteral("0.5"))) + 2);
    m_step->setMinimumWidth(m_step->fontMetrics().horizontalAdvance(widest) + 2);
}

void TransportBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reserveLabels();
}

void TransportBar::showCursor()
{
    const Cursor &cursor = m_document->cursor();
    const int steps = m_document->result()->steps();
    const bool backward = cursor.pass == Pass::Backward;
    m_forward->setChecked(!backward);
    m_backward->setChecked(backward);
    if (backward != m_mirrored)
        placeRow(backward);
    describeRow(backward);
    const bool started = cursor.step != firstStepOf(cursor.pass, steps);
    const bool ended = cursor.step == lastStepOf(cursor.pass, steps);
    m_begin->setEnabled(started);
    m_back->setEnabled(started);
    m_advance->setEnabled(!ended);
    m_finish->setEnabled(!ended);
    m_play->setEnabled(steps > 1);
    m_step->setText(tr("step %1 of %2").arg(cursor.step).arg(steps));
    showPlaying();
    tellStep();
}

/// A screen reader hears of another step or pass wherever the keys are; of a player's steps only where it stops.
void TransportBar::tellStep()
{
    const QString pass = m_document->cursor().pass == Pass::Backward ? tr("backward pass") : tr("forward pass");
    const QString now = tr("%1, %2").arg(m_step->text(), pass);
    if (m_player->playing() || now == m_step->accessibleName())
        return;
    m_step->setAccessibleName(now); // which tells of the name's change
    QAccessibleEvent alert(m_step, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TransportBar::describeRow(bool backward)
{
    const QString on
        = backward ? tr("to the left, the direction of the gradient") : tr("to the right, the direction of time");
    const auto say = [](SoftButton *button, const QString &name, const QString &tip) {
        if (name != button->accessibleName()) // a screen reader hears of every setting
            button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("<p>%1</p>").arg(tip));
    };
    say(m_advance, tr("One step on"),
        tr("The computation goes on by one step: %1. Key: %2.").arg(on, backward ? tr("Left") : tr("Right")));
    say(m_back, tr("One step back"),
        tr("Undoes the last step of the computation. Key: %1.").arg(backward ? tr("Right") : tr("Left")));
    say(m_begin, tr("To the start of the pass"),
        backward ? tr("To the start of the backward pass: the last step of the sequence. Key: End.")
                 : tr("To the start of the forward pass: step 1. Key: Home."));
    say(m_finish, tr("To the end of the pass"),
        backward ? tr("To the end of the backward pass: step 1, everything is computed. Key: Home.")
                 : tr("To the end of the forward pass: the last step. Key: End."));
}

void TransportBar::showPlaying()
{
    const bool playing = m_player->playing();
    const QPainterPath arrow = m_mirrored ? icons::mirrored(icons::play()) : icons::play();
    m_play->setIconPath(playing ? icons::pause() : arrow);
    if (const QString name = playing ? tr("Pause") : tr("Play"); name != m_play->accessibleName())
        m_play->setAccessibleName(name);
    m_play->setToolTip(playing ? tr("<p>Stops here. Key: Space.</p>")
                               : tr("<p>Plays the pass to its end, %1. Key: Space.</p>")
                                     .arg(m_mirrored ? tr("from right to left") : tr("from left to right")));
}

void TransportBar::showSpeed()
{
    const QSignalBlocker quiet(m_speed); // a speed between two notches is shown at the nearer one, and kept
    m_speed->setValue(notchOf(m_player->speed()));
    m_speedText->setText(tr("%1 steps/s").arg(numberText(m_player->speed())));
}

} // namespace unfold

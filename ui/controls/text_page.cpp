#include "ui/controls/text_page.h"

#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace unfold {
namespace {
constexpr int restMilliseconds = 600;
constexpr int visibleLines = 4;
} // namespace

TextPage::TextPage(QWidget *parent)
    : QWidget(parent)
{
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &TextPage::ask);
    connect(m_text, &QPlainTextEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_unit, &QComboBox::activated, this, &TextPage::ask);
    connect(m_use, &SoftButton::clicked, this, &TextPage::ask);
}

TextPage::~TextPage()
{
    disconnectChildren(this);
}

void TextPage::build()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("The text that the network reads"));
    m_text->setToolTip(tr("<p>Type or paste a text. The network reads one symbol per step, one-hot: a vector with a "
                          "single 1. The target of a step is the next symbol. Ctrl+Enter uses the text at once.</p>"));
    m_text->setPlaceholderText(tr("Type or paste a text …"));
    m_text->setPlainText(QStringLiteral("to be or not to be"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(visibleLines * m_text->fontMetrics().lineSpacing() + 12);
    m_text->installEventFilter(this);
    m_unit = new QComboBox(this);
    m_unit->setObjectName(QStringLiteral("textUnit"));
    m_unit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_unit->setMinimumContentsLength(5);
    m_unit->addItems({tr("characters"), tr("words")});
    m_unit->setAccessibleName(tr("What one step reads"));
    m_unit->setToolTip(
        tr("<p>What the network reads in one step: a character or a word. Words make a shorter sequence with "
           "larger one-hot vectors.</p>"));
    keepWheelForScrolling(m_unit);
    m_use = new SoftButton(this);
    m_use->setObjectName(QStringLiteral("useText"));
    m_use->setText(tr("Use this text"));
    m_use->setToolTip(tr("<p>Uses the text now. Key: Ctrl+Enter.</p>"));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_unit, 1);
    row->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    column->addWidget(m_text);
    column->addLayout(row);
}

TextSource TextPage::source() const
{
    return {m_text->toPlainText().toStdString(),
        m_unit->currentIndex() == 0 ? TextSource::Unit::Characters : TextSource::Unit::Words};
}

void TextPage::show(const TextSource &source)
{
    if (source.text != m_known.text && source.text != m_text->toPlainText().toStdString()) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(QString::fromStdString(source.text));
        m_rest.stop();
    }
    m_unit->setCurrentIndex(source.unit == TextSource::Unit::Characters ? 0 : 1);
    m_known = source;
}

void TextPage::ask()
{
    m_rest.stop();
    emit sourceAsked();
}

bool TextPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_rest.isActive())
        ask();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace unfold

#include "ui/editor/delay_box.h"

#include "ui/editor/editor_words.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/wheel_guard.h"

#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>
#include <optional>

namespace unfold {
namespace {

constexpr int longest = 3; ///< that is offered

/// The delay that was typed; nullopt where it is none.
std::optional<int> delayIn(QString text)
{
    text.replace(u'−', u'-').remove(u' ');
    static const QRegularExpression form(QStringLiteral("^(t?)([+-]?)(\\d*)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int steps = match.captured(3).toInt();
    const bool minus = match.captured(2) == QStringLiteral("-");
    const bool ofStep = !match.captured(1).isEmpty(); // t − 2 reads the past: a delay of two
    return minus == ofStep ? steps : -steps;
}

} // namespace

DelayBox::DelayBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(-longest, longest);
    setKeyboardTracking(false);
    explainBy(this, "delay");
    keepWheelForScrolling(this);
}

void DelayBox::showDelay(int delay)
{
    const QSignalBlocker quiet(this);
    setRange(std::min(-longest, delay), std::max(longest, delay));
    setValue(delay);
}

QString DelayBox::textFromValue(int delay) const
{
    return stepWords(delay);
}

int DelayBox::valueFromText(const QString &text) const
{
    return delayIn(text).value_or(value());
}

QValidator::State DelayBox::validate(QString &text, int &) const
{
    const auto delay = delayIn(text);
    if (!delay)
        return QValidator::Invalid;
    return valueFromText(text) < minimum() || valueFromText(text) > maximum() ? QValidator::Intermediate
                                                                              : QValidator::Acceptable;
}

} // namespace unfold

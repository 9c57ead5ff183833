#include "ui/controls/ask_change.h"

#include "ui/document/document.h"

namespace unfold {

QString sentenceOf(const InputError &error)
{
    QString sentence = QString::fromStdString(error.wrong);
    if (!error.expected.empty())
        sentence += QStringLiteral("; ") + QString::fromStdString(error.expected);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

bool sameButGain(Experiment a, const Experiment &b)
{
    a.gain = b.gain;
    return a == b;
}

std::optional<QString> askChange(
    Document &document, const std::function<Experiment()> &edit, const QString &what, int mergeId)
{
    QString reason;
    QObject listener;
    QObject::connect(
        &document, &Document::refused, &listener, [&reason](const QString &sentence) { reason = sentence; });
    try {
        if (document.change(edit(), what, mergeId))
            return std::nullopt;
    } catch (const InputError &error) {
        reason = sentenceOf(error);
    }
    return reason;
}

} // namespace unfold

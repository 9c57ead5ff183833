#include "ui/formula/node_text.h"

#include "core/formula/formula_tree.h"

#include <QList>

namespace unfold {
namespace {

struct Symbol {
    QString letter;
    QString index; ///< empty: none
    QString step; ///< "(t)"
};

/// "(t)", "(5)": as the node is read there.
QString stepText(const Circuit &circuit, int node, const QString &step)
{
    const std::string &name = circuit.nodes[static_cast<size_t>(node)].name;
    bool isNumber = false;
    const int number = step.toInt(&isNumber);
    return QString::fromStdString(
        isNumber ? circuit.names.nodeAt(name, number) : circuit.names.nodeAt(name, step.toStdString()));
}

Symbol symbolOf(const Circuit &circuit, int node, const QString &step)
{
    const std::string &name = circuit.names.node(circuit.nodes[static_cast<size_t>(node)].name);
    Formula::Part part = symbolPart(name, {});
    return {QString::fromStdString(part.text), QString::fromStdString(plainText({std::move(part.subscript)})),
        stepText(circuit, node, step)};
}

/// Letter, index and step with what stands around the two scripts.
QString joined(const Symbol &symbol, const QString &index, const QString &step)
{
    return symbol.letter + (symbol.index.isEmpty() ? QString() : index.arg(symbol.index))
        + (step.isEmpty() ? QString() : step.arg(symbol.step));
}

/// One letter, with or without an accent.
bool isLetter(const QString &text)
{
    const auto letters = text.toUcs4();
    return letters.size() == 1 || (letters.size() == 2 && QChar::category(letters[1]) == QChar::Mark_NonSpacing);
}

} // namespace

QString nodeMarkup(const Circuit &circuit, int node, const QString &step)
{
    Symbol symbol = symbolOf(circuit, node, step);
    if (isLetter(symbol.letter))
        symbol.letter = QStringLiteral("*%1*").arg(symbol.letter);
    return joined(symbol, QStringLiteral("_{%1}"), step.isEmpty() ? QString() : QStringLiteral("^{%1}"));
}

QString nodeHtml(const Circuit &circuit, int node, const QString &step)
{
    Symbol symbol = symbolOf(circuit, node, step);
    symbol.letter = symbol.letter.toHtmlEscaped();
    symbol.index = symbol.index.toHtmlEscaped();
    return joined(symbol, QStringLiteral("<sub>%1</sub>"), QStringLiteral("<sup>%1</sup>"));
}

QString nodeText(const Circuit &circuit, int node, const QString &step)
{
    const std::string &own = circuit.nodes[static_cast<size_t>(node)].name;
    const QString name = QString::fromStdString(circuit.names.node(own));
    if (step.isEmpty() && circuit.names.delayOf(own) == 0)
        return name;
    return name + stepText(circuit, node, step.isEmpty() ? QStringLiteral("t") : step);
}

QString nodeText(const Circuit &circuit, int node, int step)
{
    return nodeText(circuit, node, QString::number(step));
}

QString lossText(const Circuit &circuit, int step)
{
    return u'L' + QString::fromStdString(circuit.names.at(std::to_string(step)));
}

} // namespace unfold

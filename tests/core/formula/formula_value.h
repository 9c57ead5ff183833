#pragma once
// What a formula comes to: its symbols are read as they are written, "h(t−1)", "(1 − z(t))", and their numbers taken
// from a run. So that what the equations claim can be compared with what the engine computed.
#include "core/engine/engine.h"
#include "core/formula/formula.h"

#include <QString>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace unfold {

class FormulaValue
{
public:
    using Parts = std::vector<Formula::Part>;

    FormulaValue(const Trace &trace, const Loss &loss)
        : m_trace(trace)
        , m_loss(loss)
    {
    }

    /// The right side at step t; without rows where nothing is added at all, which is 0.
    Matrix operator()(const Formula &formula, int t)
    {
        m_t = t;
        Parts right;
        bool begun = false;
        for (const Formula::Part &part : formula.parts) {
            if (part.text == "\u2003") // the steps of the node come behind it
                break;
            if (begun)
                right.push_back(part);
            begun = begun || part.text == "=";
        }
        return sum(right);
    }

private:
    static bool opens(const Formula::Part &part) { return part.text == "(" || part.text == "["; }
    static bool closes(const Formula::Part &part) { return part.text == ")" || part.text == "]"; }
    static bool hasTop(const Formula::Part &part, const char *text)
    {
        return !part.superscript.empty() && part.superscript.back().text == text;
    }

    /// The parts cut at signs that stand in no parenthesis.
    static std::vector<Parts> cut(const Parts &parts, std::initializer_list<const char *> at, std::vector<bool> *minus)
    {
        std::vector<Parts> pieces(1);
        std::vector<bool> signs{false};
        int depth = 0;
        bool inNorm = false;
        for (const Formula::Part &part : parts) {
            depth += opens(part) - closes(part);
            inNorm = inNorm != (part.text == "‖");
            const bool cuts = !inNorm && depth == 0
                && std::any_of(at.begin(), at.end(), [&](const char *text) { return part.text == text; });
            if (!cuts) {
                pieces.back().push_back(part);
            } else if (pieces.back().empty()) {
                signs.back() = part.text == "−";
            } else {
                pieces.emplace_back();
                signs.push_back(part.text == "−");
            }
        }
        if (minus)
            *minus = signs;
        return pieces;
    }

    Matrix sum(const Parts &parts)
    {
        std::vector<bool> minus;
        const std::vector<Parts> summands = cut(parts, {"+", "−"}, &minus);
        Matrix total;
        for (size_t i = 0; i < summands.size(); ++i) {
            Matrix value = summand(summands[i]);
            if (value.size() == 0)
                continue;
            if (minus[i])
                value = -value;
            if (total.size() == 0)
                total = value;
            else if (total.size() == 1 && value.size() > 1)
                total = (value.array() + total(0, 0)).matrix().eval();
            else
                total += value;
        }
        return total;
    }

    /// A product; empty where its condition does not hold.
    Matrix summand(Parts parts)
    {
        if (parts.front().text == "∑") {
            const Formula::Part sign = parts.front();
            parts.erase(parts.begin());
            const int outer = m_t;
            Matrix total;
            for (m_t = std::stoi(sign.subscript.back().text); m_t <= std::stoi(sign.superscript.back().text); ++m_t)
                if (const Matrix value = summand(parts); value.size() > 0)
                    total = total.size() > 0 ? Matrix(total + value) : value;
            m_t = outer;
            return total;
        }
        if (!takeCondition(parts))
            return {};
        Matrix product;
        m_beyond = false;
        for (const Parts &factor : cut(parts, {"⊙"}, nullptr)) {
            const Matrix value = chain(factor);
            product = product.size() > 0 ? Matrix(product.cwiseProduct(value)) : value;
        }
        if (m_beyond) // nothing comes from beyond the ends, whatever it would be multiplied by
            return {};
        return product;
    }

    /// Takes "[t ≤ 3, t = 5]" off the end of a summand, and says whether it holds; true where there is none.
    bool takeCondition(Parts &parts) const
    {
        if (parts.back().text != "]")
            return true;
        size_t open = parts.size() - 1;
        while (parts[open].text != "[")
            --open;
        if (parts[open + 1].ref.kind != SymbolRef::Kind::None)
            return true; // an index, as in ŷ[y]
        const QString text = QString::fromStdString(
            plainText({Parts(parts.begin() + static_cast<std::ptrdiff_t>(open) + 1, parts.end() - 1)}));
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(open), parts.end());
        for (const QString &one : text.split(QStringLiteral(",")))
            if (relationHolds(one.trimmed().split(u' ')))
                return true;
        return false;
    }

    bool relationHolds(const QStringList &words) const
    {
        const auto number = [&](const QString &word) { return word == u"t" ? m_t : word.toInt(); };
        for (qsizetype i = 0; i + 2 < words.size(); i += 2) {
            const int left = number(words[i]), right = number(words[i + 2]);
            const bool holds = words[i + 1] == u"=" ? left == right
                : words[i + 1] == u"≤"              ? left <= right
                                                    : left >= right;
            if (!holds)
                return false;
        }
        return true;
    }

    /// Matrices beside one another, multiplied.
    Matrix chain(const Parts &parts)
    {
        Matrix product;
        for (size_t at = 0; at < parts.size();) {
            if (parts[at].text == "\u2009") {
                ++at;
                continue;
            }
            const Matrix value = factor(parts, at);
            if (product.size() == 0)
                product = value;
            else if (product.size() == 1)
                product = product(0, 0) * value;
            else
                product = (product * value).eval();
        }
        return product;
    }

    /// What begins at `at`, which goes behind it.
    Matrix factor(const Parts &parts, size_t &at)
    {
        const Formula::Part &part = parts[at++];
        if (!part.numerator.empty())
            return gradient(part.denominator.at(1));
        if (part.text == "(" || part.text == "[")
            return fenced(parts, at, part.text == "[");
        if (part.text == "‖")
            return norm(parts, at);
        if (part.ref.kind != SymbolRef::Kind::None)
            return symbol(part, parts, at);
        if (part.text == "1")
            return Matrix::Constant(1, 1, 1);
        if (part.text == "0")
            return Matrix::Zero(1, 1);
        if (part.text == "½")
            return Matrix::Constant(1, 1, 0.5);
        if (part.text == "−")
            return Matrix::Constant(1, 1, -1);
        return applied(part.text, factor(parts, at));
    }

    static Matrix applied(const std::string &word, const Matrix &x)
    {
        if (word == "diag")
            return x.col(0).asDiagonal();
        if (word == "softmax")
            return softmax(x.col(0));
        if (word == "log")
            return x.array().log();
        if (word == "tanh")
            return x.array().tanh();
        if (word == "σ")
            return (1 / (1 + (-x.array()).exp())).matrix();
        if (word == "relu")
            return x.cwiseMax(0);
        if (word == "onehot")
            return x;
        throw std::runtime_error("no such word in a formula: " + word);
    }

    /// A row in parentheses, with what is written at the closing one; [x > 0] entry by entry.
    Matrix fenced(const Parts &parts, size_t &at, bool compares)
    {
        Parts inside;
        int depth = 1;
        while (true) {
            depth += opens(parts[at]) - closes(parts[at]);
            if (depth == 0)
                break;
            inside.push_back(parts[at++]);
        }
        const Formula::Part &close = parts[at++];
        if (compares)
            return (symbolValue(inside.front()).array() > 0).cast<double>();
        Matrix value = sum(inside);
        if (hasTop(close, "2"))
            return value.array().square();
        return hasTop(close, "⊤") ? Matrix(value.transpose()) : value;
    }

    Matrix norm(const Parts &parts, size_t &at)
    {
        Parts inside;
        while (parts[at].text != "‖")
            inside.push_back(parts[at++]);
        ++at;
        return Matrix::Constant(1, 1, sum(inside).squaredNorm());
    }

    Matrix symbol(const Formula::Part &part, const Parts &parts, size_t &at)
    {
        const Matrix value = symbolValue(part);
        if (part.ref.kind != SymbolRef::Kind::Prediction || at >= parts.size() || parts[at].text != "[")
            return value;
        at += 3; // [ y ]
        return Matrix::Constant(1, 1, value(classAt(m_t), 0));
    }

    Matrix symbolValue(const Formula::Part &part)
    {
        const Circuit &circuit = m_trace.circuit();
        const int step = stepOf(part);
        switch (part.ref.kind) {
        case SymbolRef::Kind::Node:
        case SymbolRef::Kind::PreActivation: { // only its sign is asked for, which relu keeps
            const Matrix value = valueAt(circuit.indexOf(part.ref.name), step);
            return hasTop(part, "⊤") ? Matrix(value.transpose()) : value;
        }
        case SymbolRef::Kind::Parameter: {
            const Matrix &value
                = m_trace.parameters[static_cast<size_t>(indexOf(m_trace.program->parameters, part.ref.name))];
            return hasTop(part, "⊤") ? Matrix(value.transpose()) : value;
        }
        case SymbolRef::Kind::Prediction: return softmax(valueAt(circuit.indexOf(part.ref.name), step).col(0));
        case SymbolRef::Kind::Target: return target(step);
        case SymbolRef::Kind::Loss:
            return Matrix::Constant(1, 1, m_trace.stepLoss[static_cast<size_t>(step - 1)].value());
        case SymbolRef::Kind::None: break;
        }
        throw std::runtime_error("no such symbol: " + part.text);
    }

    /// As it is written at the symbol, and what the names say about it.
    int stepOf(const Formula::Part &part) const
    {
        std::string text;
        for (const Formula::Part &script : part.superscript)
            if (script.text != "⊤")
                text += script.text;
        QString written = QString::fromStdString(text);
        for (const char *sign : {"(", ")", "⟨", "⟩"})
            written.remove(QString::fromUtf8(sign));
        written.replace(QStringLiteral("−"), QStringLiteral("-"));
        const bool target = part.ref.kind == SymbolRef::Kind::Target;
        const int delay = target ? 0 : m_trace.circuit().names.delayOf(part.ref.name);
        if (!written.startsWith(u't'))
            return written.toInt() + delay;
        return m_t + written.mid(1).toInt() + delay;
    }

    /// Not a number where the node does not exist: nothing may depend on it. Zeros beyond the ends.
    Matrix valueAt(int node, int step) const
    {
        const NodeTrace &n = m_trace.nodes[static_cast<size_t>(node)];
        const auto column = n.before + step - 1;
        const auto size = n.value.rows();
        if (column < 0 || column >= n.value.cols())
            return Matrix::Zero(size, 1);
        if (step >= 1 && step <= m_trace.steps() && !n.exists(step))
            return Matrix::Constant(size, 1, std::numeric_limits<double>::quiet_NaN());
        return n.value.col(column);
    }

    Matrix gradient(const Formula::Part &of)
    {
        const int node = m_trace.circuit().indexOf(of.ref.name), step = stepOf(of);
        const NodeTrace &n = m_trace.nodes[static_cast<size_t>(node)];
        m_beyond = m_beyond || step < 1 || step > m_trace.steps();
        if (m_beyond)
            return Matrix::Zero(n.value.rows(), 1);
        if (!n.exists(step))
            return Matrix::Constant(n.value.rows(), 1, std::numeric_limits<double>::quiet_NaN());
        return n.at(n.gradient, step);
    }

    int classAt(int step) const
    {
        return m_loss.classes[static_cast<size_t>(m_loss.at.placeOf(step, m_trace.steps()).value())];
    }

    Matrix target(int step) const
    {
        const auto size = m_trace.nodes[static_cast<size_t>(m_trace.circuit().indexOf(m_loss.source))].value.rows();
        if (m_loss.kind == LossKind::CrossEntropy)
            return Vector::Unit(size, classAt(step));
        return m_loss.vectors.col(m_loss.at.placeOf(step, m_trace.steps()).value());
    }

    const Trace &m_trace;
    const Loss &m_loss;
    int m_t = 0;
    bool m_beyond = false; ///< the summand holds a gradient before step 1 or after T
};

} // namespace unfold

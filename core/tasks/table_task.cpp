#include "core/circuit/input_error.h"
#include "core/data/symbols.h"
#include "core/tasks/data_task.h"
#include "core/tasks/generator.h"
#include "core/tasks/vocabulary.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr int largestVocabulary = 2000; ///< a one-hot column and a column of U for each symbol
constexpr std::string_view endSymbol = "<end>";

std::string placeOf(std::size_t row)
{
    return "data.rows[" + std::to_string(row) + "]";
}

std::vector<std::string> symbolsIn(const std::string &text, TextSource::Unit unit, const std::string &place)
{
    std::vector<std::string> symbols = symbolsOf({text, unit});
    if (symbols.empty())
        throw InputError(place, "a cell is empty", "two cells with text, or no such row");
    return symbols;
}

class TableTask
{
public:
    explicit TableTask(const Task &task)
        : m_task(task)
    {
    }
    void read(const TableRows &rows);
    WholeTask make();

private:
    void readRow(const std::pair<std::string, std::string> &row, const std::string &place);
    Example exampleOf(std::size_t i) const;
    void shape(WholeTask &whole) const;

    const Task &m_task;
    Vocabulary m_inputs, m_outputs;
    std::vector<std::vector<int>> m_sources, m_targets;
};

void TableTask::readRow(const std::pair<std::string, std::string> &row, const std::string &place)
{
    const bool labelled = m_task.kind == TaskKind::Labelled; // the label comes first: "label,text"
    const std::string &text = labelled ? row.second : row.first;
    m_sources.push_back(m_inputs.classesOf(symbolsIn(text, m_task.unit, place)));
    if (labelled && row.first.empty())
        throw InputError(place, "the label is empty", "a label");
    std::vector<std::string> targets = labelled ? std::vector{row.first} : symbolsIn(row.second, m_task.unit, place);
    if (m_task.kind == TaskKind::Tagged && targets.size() != m_sources.back().size())
        throw InputError(place,
            std::to_string(m_sources.back().size()) + " tokens, but " + std::to_string(targets.size()) + " tags",
            "as many tags as tokens");
    m_targets.push_back(m_outputs.classesOf(targets));
    if (std::max(m_inputs.size(), m_outputs.size()) > largestVocabulary)
        throw InputError(place, "more than " + std::to_string(largestVocabulary) + " different symbols so far",
            "fewer: characters in place of words, or a smaller table");
}

void TableTask::read(const TableRows &rows)
{
    if (rows.empty())
        throw InputError("data.rows", "there are none", "at least one row of two cells");
    for (std::size_t i = 0; i < rows.size(); ++i)
        readRow(rows[i], placeOf(i));
}

Example TableTask::exampleOf(std::size_t i) const
{
    Example example;
    example.sequence["x"] = oneHot(m_sources[i], m_inputs.size());
    example.classes = m_targets[i];
    if (m_task.kind != TaskKind::Pairs)
        return example;
    const int end = m_outputs.size(), size = end + 1;
    Matrix before = Matrix::Zero(size, static_cast<Eigen::Index>(m_targets[i].size()) + 1);
    before.rightCols(before.cols() - 1) = oneHot(m_targets[i], size);
    example.sequence["y"] = std::move(before);
    example.encoderSteps = static_cast<int>(m_sources[i].size());
    example.classes.push_back(end);
    return example;
}

void TableTask::shape(WholeTask &whole) const
{
    const bool pairs = m_task.kind == TaskKind::Pairs;
    whole.lists.inputs = m_inputs.symbols();
    whole.lists.classes = m_outputs.symbols();
    if (pairs)
        whole.lists.classes.emplace_back(endSymbol);
    const auto classes = static_cast<int>(whole.lists.classes.size());
    const Span at = m_task.kind == TaskKind::Labelled ? Span{Span::Kind::Last, 1} : Span{};
    whole.lists.shape = {m_inputs.size(), pairs ? classes : 0, classes, LossKind::CrossEntropy, at};
}

WholeTask TableTask::make()
{
    WholeTask whole;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        whole.examples.push_back(exampleOf(i));
    shape(whole);
    if (m_task.kind != TaskKind::Labelled)
        return whole;
    for (int label = 0; label < m_outputs.size(); ++label) {
        const auto count = std::count(m_targets.begin(), m_targets.end(), std::vector{label});
        if (count == 1)
            whole.lists.warnings.push_back("the label \"" + m_outputs.symbols()[static_cast<std::size_t>(label)]
                + "\" occurs once: it can be learned or tested, not both");
    }
    return whole;
}

} // namespace

WholeTask tableTask(const Task &task, const TableRows &rows)
{
    TableTask table(task);
    table.read(rows);
    return table.make();
}

} // namespace unfold

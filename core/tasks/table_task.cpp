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
constexpr std::string_view notAsked = "-"; ///< a tag
constexpr int noClass = -1;

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
    std::vector<int> tagsOf(const std::vector<std::string> &tags);
    Example exampleOf(std::size_t i) const;
    Example taggedExample(std::size_t i, std::size_t from, std::size_t count) const;
    Examples windows() const;
    void shape(WholeTask &whole) const;
    void warn(WholeTask &whole) const;

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
    m_targets.push_back(m_task.kind == TaskKind::Tagged ? tagsOf(targets) : m_outputs.classesOf(targets));
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

std::vector<int> TableTask::tagsOf(const std::vector<std::string> &tags)
{
    std::vector<int> classes;
    std::transform(tags.begin(), tags.end(), std::back_inserter(classes),
        [this](const std::string &tag) { return tag == notAsked ? noClass : m_outputs.classOf(tag); });
    return classes;
}

/// `count` steps of row i after its first `from`.
Example TableTask::taggedExample(std::size_t i, std::size_t from, std::size_t count) const
{
    const auto part = [&](const std::vector<int> &row) {
        const auto begin = row.begin() + static_cast<std::ptrdiff_t>(from);
        return std::vector(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    Example example;
    example.sequence["x"] = oneHot(part(m_sources[i]), m_inputs.size());
    Span asked{Span::Kind::Listed, 1, {}};
    const std::vector<int> tags = part(m_targets[i]);
    for (std::size_t t = 0; t < count; ++t)
        if (tags[t] != noClass) {
            asked.listed.push_back(static_cast<int>(t) + 1);
            example.classes.push_back(tags[t]);
        }
    if (asked.listed.size() < count)
        example.at = asked;
    return example;
}

Examples TableTask::windows() const
{
    std::size_t longest = 0;
    for (const std::vector<int> &source : m_sources)
        longest = std::max(longest, source.size());
    const auto window = static_cast<std::size_t>(m_task.window);
    const std::size_t hop = m_task.hop > 0 ? static_cast<std::size_t>(m_task.hop) : window;
    Examples examples;
    for (std::size_t from = 0; from < longest; from += hop)
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            if (from < m_sources[i].size())
                examples.push_back(taggedExample(i, from, std::min(window, m_sources[i].size() - from)));
    return examples;
}

Example TableTask::exampleOf(std::size_t i) const
{
    if (m_task.kind == TaskKind::Tagged)
        return taggedExample(i, 0, m_sources[i].size());
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

void TableTask::warn(WholeTask &whole) const
{
    std::ptrdiff_t silent = 0;
    for (const std::vector<int> &targets : m_targets)
        silent += std::count(targets.begin(), targets.end(), noClass);
    if (silent > 0)
        whole.lists.warnings.push_back(std::to_string(silent) + " tokens have the tag \"-\" and are not asked for");
    if (m_task.kind != TaskKind::Labelled)
        return;
    for (int label = 0; label < m_outputs.size(); ++label) {
        const auto count = std::count(m_targets.begin(), m_targets.end(), std::vector{label});
        if (count == 1)
            whole.lists.warnings.push_back("the label \"" + m_outputs.symbols()[static_cast<std::size_t>(label)]
                + "\" occurs once: it can be learned or tested, not both");
    }
}

WholeTask TableTask::make()
{
    WholeTask whole;
    if (m_task.kind == TaskKind::Tagged && m_task.window > 0)
        whole.examples = windows();
    else
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            whole.examples.push_back(exampleOf(i));
    shape(whole);
    warn(whole);
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

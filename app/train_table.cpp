#include "app/train_table.h"

#include "app/exit_status.h"
#include "app/interruption.h"
#include "app/number_argument.h"
#include "app/training_progress.h"
#include "core/circuit/input_error.h"
#include "core/file/training_table_file.h"

#include <iostream>
#include <thread>

namespace unfold {

std::vector<double> numbersIn(const std::string &option, const std::string &value)
{
    std::vector<double> numbers;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t comma = std::min(value.find(',', begin), value.size());
        numbers.push_back(numberFromZeroIn(option, value.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return numbers;
}

void readVary(const std::string &value, TableRequest &request)
{
    const std::size_t equals = value.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw InputError("--vary", "\"" + value + "\" names no quantity and its values", "such as b_f=0,1,3,5");
    if (!request.values.empty())
        throw InputError("--vary", "a table varies one quantity", "--gains or --vary, once");
    request.key = value.substr(0, equals);
    request.values = numbersIn("--vary", value.substr(equals + 1));
}

int printTrainingTable(const Experiment &experiment, const TableRequest &request, const Streams &streams)
{
    rememberInterruption();
    const auto all = static_cast<int>(std::max<std::size_t>(1, request.values.size())) * request.seeds;
    TableProgress progress(all);
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const std::vector<TableRun> runs = trainTable(experiment, request, threads, [&](int done) {
        progress.show(done);
        return !wasInterrupted();
    });
    progress.clear();
    streams.out << writeTrainingTable(request, runs) << std::flush;
    if (!streams.out) {
        streams.error << "unfold: the table cannot be written\n";
        return cannotWrite;
    }
    return wasInterrupted() ? interrupted : success;
}

} // namespace unfold

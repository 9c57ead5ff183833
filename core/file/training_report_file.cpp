#include "core/file/training_report_file.h"

#include "core/file/json_numbers.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

void writeReported(JsonWriter &json, const Eigen::Ref<const Vector> &numbers)
{
    json.beginArray(Layout::Line);
    for (const double number : numbers)
        writeDecimal(json, number);
    json.end();
}

void writeReported(JsonWriter &json, const std::vector<double> &numbers)
{
    writeReported(json, Eigen::Map<const Vector>(numbers.data(), static_cast<Eigen::Index>(numbers.size())));
}

void writeMeasured(JsonWriter &json, std::string_view key, const std::optional<ListMeasurement> &list)
{
    if (!list)
        return;
    json.key(key).beginObject(Layout::Line);
    writeDecimal(json.key("loss"), list->loss);
    json.key("accuracy");
    if (list->accuracy)
        writeDecimal(json, *list->accuracy);
    else
        json.raw("null");
    json.end();
}

void writeMeasurement(JsonWriter &json, const Measurement &measurement)
{
    json.beginObject(Layout::Line);
    json.key("update").whole(measurement.update);
    json.key("epoch").whole(measurement.epoch);
    writeMeasured(json, "train", measurement.train);
    writeMeasured(json, "validation", measurement.validation);
    writeMeasured(json, "test", measurement.test);
    json.end();
}

void writeDivergence(JsonWriter &json, const Divergence &divergence)
{
    json.beginObject(Layout::Line);
    json.key("update").whole(divergence.update);
    json.key("quantity").string(divergence.quantity);
    json.key("step");
    if (divergence.step)
        json.whole(*divergence.step);
    else
        json.raw("null");
    json.end();
}

void writeWeights(JsonWriter &json, const TrainingReport &report)
{
    json.beginObject(Layout::Block);
    for (std::size_t p = 0; p < report.infos.size(); ++p) {
        json.key(report.infos[p].name);
        const Matrix &m = report.parameters[p];
        if (report.infos[p].bias) {
            writeReported(json, m.col(0));
            continue;
        }
        json.beginArray(Layout::Block);
        for (Eigen::Index i = 0; i < m.rows(); ++i)
            writeReported(json, m.row(i).transpose());
        json.end();
    }
    json.end();
}

void writeBaseline(JsonWriter &json, const Baseline &baseline)
{
    json.beginObject(Layout::Line);
    switch (baseline.method) {
    case Baseline::Method::RepeatLast: json.key("method").string("repeat-last"); break;
    case Baseline::Method::Autoregression:
        json.key("method").string("autoregression");
        json.key("order").whole(baseline.order);
        break;
    case Baseline::Method::BagOfWords:
        json.key("method").string("bag-of-words");
        writeDecimal(json.key("test_accuracy"), baseline.accuracy);
        return json.end();
    }
    writeDecimal(json.key("test_loss"), baseline.loss);
    json.end();
}

} // namespace

std::string writeTrainingReport(const TrainingReport &report)
{
    JsonWriter json;
    json.beginObject(Layout::Block);
    json.key("format").string("unfold-training");
    json.key("version").whole(1);
    json.key("updates").whole(static_cast<std::int64_t>(report.loss.size()));
    writeReported(json.key("loss"), report.loss);
    writeReported(json.key("gradientNorm"), report.gradientNorm);
    writeReported(json.key("appliedNorm"), report.appliedNorm);
    json.key("measured").beginArray(Layout::Block);
    for (const Measurement &measurement : report.measured)
        writeMeasurement(json, measurement);
    json.end();
    json.key("stopped").string(nameOf(report.ended));
    if (report.divergence)
        writeDivergence(json.key("diverged"), *report.divergence);
    if (!report.baselines.empty()) {
        json.key("baselines").beginArray(Layout::Block);
        for (const Baseline &baseline : report.baselines)
            writeBaseline(json, baseline);
        json.end();
    }
    writeWeights(json.key("parameters"), report);
    json.end();
    return json.take();
}

std::string trainingLogHeader()
{
    return "update,epoch,loss,gradient_norm,applied_norm,rate\n";
}

std::string trainingLogRow(const UpdateSummary &summary)
{
    return std::to_string(summary.update) + "," + std::to_string(summary.epoch) + "," + decimal(summary.loss) + ","
        + decimal(summary.gradientNorm) + "," + decimal(summary.appliedNorm) + "," + decimal(summary.rate) + "\n";
}

} // namespace unfold

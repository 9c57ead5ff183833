#include "ui/controls/shipped_series.h"

#include "core/circuit/input_error.h"

#include <QCoreApplication>
#include <QFile>

namespace unfold {
namespace {

struct ShippedSeriesText {
    Q_DECLARE_TR_FUNCTIONS(ShippedSeries)
};

ShippedSeries shipped(const QString &title, const QString &origin, const char *file)
{
    return {title, origin, QStringLiteral(":/data/") + QLatin1String(file)};
}

} // namespace

const std::vector<ShippedSeries> &shippedSeries()
{
    static const std::vector<ShippedSeries> list{
        shipped(ShippedSeriesText::tr("Sunspots 1700–1988"),
            ShippedSeriesText::tr(
                "Yearly sunspot numbers. World Data Center SILSO, Royal Observatory of Belgium (older series)."),
            "sunspots-yearly.csv"),
        shipped(ShippedSeriesText::tr("Airline passengers 1949–1960"),
            ShippedSeriesText::tr("Thousands of passengers per month. Box & Jenkins 1976, Series G."),
            "air-passengers-monthly.csv"),
        shipped(ShippedSeriesText::tr("CO₂ at Mauna Loa 1959–1997"),
            ShippedSeriesText::tr("Parts per million, monthly. Keeling & Whorf, Scripps."),
            "mauna-loa-co2-monthly.csv"),
        shipped(ShippedSeriesText::tr("Nottingham air 1920–1939"),
            ShippedSeriesText::tr("Monthly mean air temperature in °F at Nottingham Castle. Anderson 1976."),
            "nottingham-temperature-monthly.csv"),
        shipped(ShippedSeriesText::tr("Canadian lynx 1821–1934"),
            ShippedSeriesText::tr("Animals trapped per year. Brockwell & Davis 1991."), "canadian-lynx-yearly.csv"),
    };
    return list;
}

SeriesSource readShipped(const ShippedSeries &series)
{
    QFile file(series.file);
    if (!file.open(QIODevice::ReadOnly))
        throw InputError(series.file.toStdString(), "the series is missing", "it in the program's resources");
    return seriesFrom(parseCsv(file.readAll().toStdString()), 0, 1, series.title);
}

SeriesSource seriesFrom(const CsvTable &table, int labelColumn, int valueColumn, const QString &title)
{
    SeriesSource source;
    source.title = title.toStdString();
    source.values = numbersOf(table, valueColumn);
    if (source.values.size() < 2)
        throw InputError(
            {}, "the column has fewer than two values", "at least two: the task is to predict the next one");
    if (labelColumn >= 0)
        source.labels = labelsOf(table, labelColumn);
    return source;
}

} // namespace unfold

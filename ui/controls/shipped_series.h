#pragma once
// The series that ship with Unfold, and a series out of a table.
#include "core/data/csv.h"
#include "core/data/source.h"

#include <QString>

#include <vector>

namespace unfold {

struct ShippedSeries {
    QString title; ///< "Sunspots 1700–1988"
    QString origin; ///< who counted
    QString file; ///< in the resources
};

const std::vector<ShippedSeries> &shippedSeries();

/// Reads one of them. Throws InputError as parseCsv and numbersOf do.
SeriesSource readShipped(const ShippedSeries &series);

/// labelColumn −1: no labels. Throws InputError as numbersOf does, and where there are fewer than two values.
SeriesSource seriesFrom(const CsvTable &table, int labelColumn, int valueColumn, const QString &title);

} // namespace unfold

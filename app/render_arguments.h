#pragma once
// What `unfold render` is asked for.
#include "ui/document/cursor.h"
#include "ui/export/figure.h"
#include "ui/style/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>
#include <vector>

namespace unfold {

struct RenderArguments {
    QStringList files; ///< none: the first scene
    QString out;
    std::optional<FigureFormat> format; ///< as asked for; absent: by the name of `out`
    FigureView view = FigureView::Window;
    QSize size; ///< invalid: the view's usual one
    double scale = 1;
    ThemeKind theme = ThemeKind::Light;
    Notation notation = Notation::Letters;
    int step = 0; ///< 0: where the experiment opens
    std::optional<Pass> pass; ///< nullopt: that in which the experiment opens
    bool help = false;
};

/// Throws InputError, whose place is the option.
RenderArguments renderArguments(const QStringList &arguments);

/// An experiment and the figure that is to be made of it.
struct RenderJob {
    QString file; ///< empty: the first scene
    QString out;
    FigureFormat format = FigureFormat::Svg;
};

/// One job a file. Throws InputError where the format is not known, or two files would become one figure.
std::vector<RenderJob> renderJobs(const RenderArguments &arguments);

/// How to use it.
QString renderHelp();

} // namespace unfold

#include "ui/window/draw_figure.h"

#include "ui/document/document.h"
#include "ui/figures/figure_widget.h"
#include "ui/figures/write_figure.h"
#include "ui/window/main_window.h"
#include "ui/window/theme_switch.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace unfold {
namespace {

FigureSheet sheetOf(const Document &document, const FigureRequest &request)
{
    FigureSheet sheet;
    sheet.size = request.size;
    sheet.scale = request.scale;
    sheet.title = figureTitle(document, request.view);
    sheet.description = figureCaption(document, request.view);
    return sheet;
}

/// Calls `draw` with the widget that is to be painted.
template <typename Draw> auto withFigure(Document &document, const FigureRequest &request, const Draw &draw)
{
    const FigureSheet sheet = sheetOf(document, request);
    if (request.view != FigureView::Window) {
        FigureWidget figure(&document, request.view, request.theme, request.gradientInCells);
        figure.fitTo(sheet.size);
        return draw(figure, sheet);
    }
    const QTemporaryDir folder; // nobody's settings: the same figure on every machine
    QSettings settings(folder.filePath(QStringLiteral("none.ini")), QSettings::IniFormat);
    MainWindow window(&document, &settings);
    window.menu()->view()->theme()->pin(themeOf(QApplication::palette()).kind); // whatever the system asks meanwhile
    window.setPalette(paletteOf(request.theme));
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(sheet.size);
    window.show();
    // Layout asks for painting, and painting for layout: a few rounds until nothing more is asked for.
    for (int round = 0; round < 5; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::ExcludeSocketNotifiers);
    }
    return draw(window, sheet);
}

} // namespace

QByteArray drawFigure(Document &document, const FigureRequest &request)
{
    return withFigure(document, request,
        [&](QWidget &widget, const FigureSheet &sheet) { return figureFile(widget, sheet, request.format); });
}

QImage drawPicture(Document &document, const FigureRequest &request)
{
    return withFigure(
        document, request, [](QWidget &widget, const FigureSheet &sheet) { return figureImage(widget, sheet); });
}

} // namespace unfold

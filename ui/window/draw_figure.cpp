#include "ui/window/draw_figure.h"

#include "ui/document/document.h"
#include "ui/export/figure_widget.h"
#include "ui/export/paint_widget.h"
#include "ui/window/main_window.h"
#include "ui/window/theme_switch.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace unfold {
namespace {
constexpr int rounds = 5; ///< layout asks for painting, and painting for layout, until nothing more is asked for
}
PreparedFigure::PreparedFigure(Document &document, const FigureRequest &request, MainWindow *like)
    : m_document(document)
    , m_request(request)
    , m_like(like)
    , m_partsLeft(request.view == FigureView::Window ? rounds : 1)
{
    request.view == FigureView::Window ? buildWindow() : buildView();
}

PreparedFigure::~PreparedFigure() = default;

bool PreparedFigure::goOn()
{
    if (m_partsLeft == 0)
        return false;
    --m_partsLeft;
    if (auto *figure = qobject_cast<FigureWidget *>(m_widget.get())) {
        figure->fitTo(m_request.size);
    } else {
        m_widget->show();
        if (m_like && m_partsLeft == rounds - 2) // the first has laid out
            qobject_cast<MainWindow *>(m_widget.get())->lookLike(*m_like);
    }
    return true;
}

void PreparedFigure::buildView()
{
    m_widget = std::make_unique<FigureWidget>(&m_document, m_request.view, m_request.theme, m_request.gradientInCells);
}

void PreparedFigure::buildWindow()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("none.ini")), QSettings::IniFormat);
    auto window = std::make_unique<MainWindow>(&m_document, m_settings.get());
    window->menu()->view()->theme()->pin(themeOf(QApplication::palette()).kind); // whatever the system asks meanwhile
    window->setPalette(paletteOf(m_request.theme));
    keepOffScreen(*window);
    window->resize(m_request.size);
    m_widget = std::move(window);
}

bool PreparedFigure::serves(const FigureRequest &other) const
{
    return other.view == m_request.view && other.theme == m_request.theme && other.size == m_request.size
        && other.gradientInCells == m_request.gradientInCells;
}

FigureSheet PreparedFigure::sheet(double scale) const
{
    return {m_request.size, scale, figureTitle(m_document, m_request.view), figureCaption(m_document, m_request.view)};
}

FigureDrawing PreparedFigure::drawing(FigureFormat format, double scale) const
{
    return {*m_widget, sheet(scale), format};
}

QImage PreparedFigure::picture(double scale) const
{
    FigureDrawing whole = drawing(FigureFormat::Png, scale);
    while (whole.goOn()) { }
    return whole.image();
}

QByteArray drawFigure(Document &document, const FigureRequest &request)
{
    if (const auto fault = pixelsFault(request))
        throw *fault;
    while (!document.gainReach()) // of the gradient's axis
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    PreparedFigure figure(document, request);
    while (figure.goOn())
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::ExcludeSocketNotifiers);
    FigureDrawing drawing = figure.drawing(request.format, request.scale);
    while (drawing.goOn()) { }
    return drawing.packing()();
}

} // namespace unfold

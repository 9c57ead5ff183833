#include "ui/window/figure_export.h"

#include "ui/window/draw_figure.h"

#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>

#include <chrono>
#include <limits>

namespace unfold {
namespace {
constexpr auto wink = std::chrono::milliseconds(400);
}

FigureExport::FigureExport(std::unique_ptr<PreparedFigure> figure, const FigureRequest &request, QWidget *window)
    : QObject(window)
    , m_figure(std::move(figure))
    , m_request(request)
    , m_window(window)
{
    showProgress();
    next();
}

FigureExport::~FigureExport()
{
    delete m_progress;
}

/// A part in an event of its own. It may wait for events itself, and this can go meanwhile.
void FigureExport::next()
{
    QTimer::singleShot(0, this, [this, alive = QPointer(this)] {
        const bool more = goOn();
        if (!alive)
            return;
        if (more)
            next();
        else
            deleteLater();
    });
}

bool FigureExport::goOn()
{
    if (m_progress->wasCanceled())
        return false;
    if (m_figure->goOn())
        return true;
    if (m_drawing)
        return drawOn();
    m_drawing = m_figure->drawing(m_request.format, m_request.scale);
    m_progress->setRange(0, m_drawing->parts());
    return true;
}

/// Nothing may change what is drawn: the progress is modal from the first part on, and seen where it takes longer than
/// a wink.
void FigureExport::showProgress()
{
    m_progress = new QProgressDialog(m_window);
    m_progress->setObjectName(QStringLiteral("figureProgress"));
    m_progress->setWindowTitle(tr("Figure"));
    const QSize pixels = pixelsOf(m_request.size, m_request.scale);
    m_progress->setLabelText(m_request.format == FigureFormat::Png
            ? tr("Drawing %1 × %2 pixels …").arg(pixels.width()).arg(pixels.height())
            : tr("Drawing …"));
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setToolTip(tr("<p>Ends this without a figure. Key: Esc.</p>"));
    m_progress->setCancelButton(cancel);
    m_progress->setRange(0, 0); // nobody knows yet how many parts there are
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setMinimumDuration(std::numeric_limits<int>::max()); // it is shown here
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    m_progress->setAttribute(Qt::WA_DontShowOnScreen);
    m_progress->show();
    QTimer::singleShot(wink, m_progress, [progress = m_progress.data()] {
        progress->hide();
        progress->setAttribute(Qt::WA_DontShowOnScreen, false);
        progress->show();
    });
}

bool FigureExport::drawOn()
{
    if (m_drawing->goOn()) {
        m_progress->setValue(m_progress->value() + 1);
        return true;
    }
    emit drawn(*m_figure, *m_drawing);
    return false;
}

} // namespace unfold

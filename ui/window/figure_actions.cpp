#include "ui/window/figure_actions.h"

#include "core/circuit/input_error.h"
#include "core/file/trace_file.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_widget.h"
#include "ui/export/run_in_background.h"
#include "ui/formula/equations_view.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/timeline/twin_sections.h"
#include "ui/widgets/menu_entry.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/draw_figure.h"
#include "ui/window/figure_export.h"
#include "ui/window/file_name.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace unfold {
namespace {

constexpr QLatin1String folderKey("figure/folder");
constexpr double copiedScale = 2; ///< pixels per px: sharp on most projectors
constexpr double lettersAround = 8; ///< height of a figure's title, axis and caption

/// The view that `widget` belongs to.
FigureView viewOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const UnrolledView *>(widget))
            return FigureView::Graph;
        if (qobject_cast<const FoldedView *>(widget))
            return FigureView::Circuit;
        if (qobject_cast<const HeatMapView *>(widget))
            return FigureView::States;
        if (qobject_cast<const GradientView *>(widget))
            return FigureView::Gradient;
        if (qobject_cast<const EquationsView *>(widget))
            return FigureView::Equations;
    }
    return FigureView::Window;
}

const QWidget *widgetOf(FigureView view, const QWidget *window)
{
    switch (view) {
    case FigureView::Graph: return window->findChild<UnrolledView *>();
    case FigureView::Circuit: return window->findChild<FoldedView *>();
    case FigureView::States: return window->findChild<HeatMapView *>();
    case FigureView::Gradient: return window->findChild<GradientView *>();
    case FigureView::Equations: return window->findChild<EquationsView *>();
    case FigureView::Window: break;
    }
    return window;
}

/// That of the twin, which stands below it; nullptr: none does.
const QWidget *twinsOf(FigureView view, const QWidget *window)
{
    const auto *sections = window->findChild<TimeStack *>()->twinSections();
    switch (view) {
    case FigureView::States: return sections->states();
    case FigureView::Gradient: return sections->gradient();
    default: return nullptr;
    }
}

} // namespace

FigureActions::FigureActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_window(window)
{
    addEntries(menu);
}

void FigureActions::addEntries(QMenu *menu)
{
    const auto add = [&](const MenuEntry &entry, const auto &act) {
        m_actions << addEntry(menu, m_window, entry);
        connect(m_actions.last(), &QAction::triggered, this, act);
    };
    add({tr("Export figure…"), QKeySequence(Qt::CTRL | Qt::Key_E),
            tr("Writes a view or the whole window as SVG, PDF or PNG, for slides and papers.")},
        [this] { exportFigure(); });
    add({tr("Copy picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            tr("Copies the focused view to the clipboard; without one, the view under the pointer or the window.")},
        [this] { copyPicture(); });
    add({tr("Export numbers as CSV…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
            tr("Writes the norms of every node and its gradient at every step, as unfold trace --csv prints them.")},
        [this] { exportNumbers(); });
}

QWidget *FigureActions::makeExportButton()
{
    auto *button = new SoftButton;
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions);
    button->setObjectName(QStringLiteral("export"));
    button->setText(tr("Export"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Export"));
    button->setToolTip(tr("<p>Figures for slides and papers, a picture to paste, the numbers as a table. Keys: Ctrl+E, "
                          "Ctrl+Shift+C, Ctrl+Shift+E.</p>"));
    return button;
}

// -- what is seen
// -------------------------------------------------------------------------------------------------------

FigureView FigureActions::viewAtHand() const
{
    const FigureView focused = viewOf(m_window->focusWidget());
    if (focused != FigureView::Window)
        return focused;
    return viewOf(QApplication::widgetAt(QCursor::pos()));
}

/// A single view stands in its figure with title, axis and caption.
QSize FigureActions::sizeOnScreen(FigureView view) const
{
    const QWidget *widget = view == FigureView::Window ? nullptr : widgetOf(view, m_window);
    if (!widget)
        return m_window->size();
    QSize size = widget->size();
    if (const QWidget *twin = twinsOf(view, m_window))
        size.rheight() += twin->height();
    return size + QSize(0, qRound(lettersAround * textFont().pixelSize()));
}

FigureRequest FigureActions::asSeen(FigureView view) const
{
    FigureRequest request;
    request.view = view;
    request.format = FigureFormat::Png;
    request.theme = themeOf(m_window).kind;
    request.size = sizeOnScreen(view).expandedTo({smallestSide, smallestSide});
    request.scale = copiedScale;
    const auto *cells = m_window->findChild<HeatMapView *>();
    request.gradientInCells = cells && cells->wantsGradient();
    return request;
}

// -- taking it out
// ------------------------------------------------------------------------------------------------------

std::unique_ptr<PreparedFigure> FigureActions::prepared(const FigureRequest &request) const
{
    return std::make_unique<PreparedFigure>(*m_document, request, qobject_cast<MainWindow *>(m_window));
}

/// As pixels and as lines.
void FigureActions::copyPicture()
{
    const FigureRequest request = asSeen(viewAtHand());
    QTimer::singleShot(0, this, [this, request] {
        auto *copied = new FigureExport(prepared(request), request, m_window);
        connect(copied, &FigureExport::drawn, this,
            [this, request](const PreparedFigure &figure, const FigureDrawing &drawing) {
                FigureDrawing lines = figure.drawing(FigureFormat::Svg, request.scale);
                lines.goOn();
                runInBackground(this, lines.packing(),
                    [this, picture = drawing.image(), view = request.view](
                        const QByteArray &svg) { put(picture, svg, view); });
            });
    });
}

/// Whoever can, pastes lines and text.
void FigureActions::put(const QImage &picture, const QByteArray &svg, FigureView view)
{
    auto *data = new QMimeData;
    data->setImageData(picture);
    data->setData(QStringLiteral("image/svg+xml"), svg);
    QApplication::clipboard()->setMimeData(data);
    emit done(tr("Copied: %1. Paste it into a slide or a text.").arg(nameOf(view)));
}

void FigureActions::exportFigure()
{
    emit asking();
    FigureRequest request = recallFigure(*m_settings);
    request.gradientInCells = asSeen(request.view).gradientInCells;
    QHash<FigureView, QSize> onScreen;
    for (const FigureView view : figureViews)
        onScreen[view] = sizeOnScreen(view);
    std::unique_ptr<PreparedFigure> figure;
    const auto prepare = [&](const FigureRequest &asked) {
        if (figure && figure->serves(asked))
            return figure->goOn();
        figure = prepared(asked);
        return true;
    };
    const auto paint = [&](const FigureRequest &asked) { return figure->picture(asked.scale); };
    ExportDialog dialog(request, onScreen, {prepare, paint}, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    request = dialog.request();
    rememberFigure(*m_settings, request);
    const QString path = askForPath(tr("Export figure"), figureTitle(*m_document, request.view), keyOf(request.format),
        keyOf(request.format).toUpper());
    if (path.isEmpty())
        return;
    prepare(request);
    auto *exported = new FigureExport(std::move(figure), request, m_window);
    connect(exported, &FigureExport::drawn, this,
        [this, path](const PreparedFigure &, const FigureDrawing &drawing) { write(path, drawing.packing()); });
}

void FigureActions::exportNumbers()
{
    const auto result = m_document->result();
    const QString path = askForPath(
        tr("Export numbers"), QString::fromStdString(result->experiment.title), QStringLiteral("csv"), tr("Table"));
    if (!path.isEmpty())
        write(path, [result] { return QByteArray::fromStdString(writeTraceCsv(*result->trace)); });
}

/// Empty where none was chosen.
QString FigureActions::askForPath(const QString &title, const QString &name, const QString &ending, const QString &kind)
{
    const QString remembered = m_settings->value(folderKey).toString();
    const QString folder = !remembered.isEmpty() && QFileInfo(remembered).isDir()
        ? remembered
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QFileDialog dialog(m_window, title, QFileInfo(folder).isDir() ? folder : QDir::homePath(),
        QStringLiteral("%1 (*.%2)").arg(kind, ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(fileNameFor(name, tr("figure"), ending));
    if (dialog.exec() != QDialog::Accepted)
        return {};
    QString path = dialog.selectedFiles().value(0);
    m_settings->setValue(folderKey, QFileInfo(path).absolutePath());
    return path;
}

namespace {
/// What went wrong; empty: nothing.
QString problemOfWriting(const QString &path, const QByteArray &bytes)
{
    try {
        writeBytes(path, bytes);
        return {};
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
}
} // namespace

/// Millions of pixels take most of a second to pack: the window answers meanwhile.
void FigureActions::write(const QString &path, const Packing &pack)
{
    emit done(tr("Writing %1 …").arg(path));
    runInBackground(
        this, [=] { return problemOfWriting(path, pack()); },
        [=, this](const QString &problem) {
            if (problem.isEmpty())
                emit done(tr("Written: %1").arg(path));
            else
                emit failed(problem);
        });
}

} // namespace unfold

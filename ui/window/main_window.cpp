#include "ui/window/main_window.h"

#include "core/experiment/edit.h"
#include "ui/accessibility/screen_reader_tool_tips.h"
#include "ui/controls/data_panel.h"
#include "ui/controls/gain_panel.h"
#include "ui/controls/player.h"
#include "ui/controls/settings_panel.h"
#include "ui/controls/transport_bar.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/document/experiment_text.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/circuit_pane.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_canvas.h"
#include "ui/editor/editor_panel.h"
#include "ui/formula/equations_view.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/layout/bare_splitter.h"
#include "ui/layout/card.h"
#include "ui/layout/scroll_column.h"
#include "ui/scenes/lesson_card.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/scenes/motion/unfold_page.h"
#include "ui/scenes/scenes.h"
#include "ui/spectrum/spectrum_view.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/widgets/collapsible_row.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/curve_actions.h"
#include "ui/window/figure_actions.h"
#include "ui/window/file_actions.h"
#include "ui/window/focus_keys.h"
#include "ui/window/help_actions.h"
#include "ui/window/lesson_actions.h"
#include "ui/window/message_bar.h"
#include "ui/window/projector.h"
#include "ui/window/restore_offer.h"
#include "ui/window/text_zoom.h"
#include "ui/window/twin_bar.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"
#include "ui/window/window_state.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace unfold {
namespace {
constexpr QSize defaultSize(1456, 819);
constexpr int sideWidth = 300; ///< px of the left and the right column at the default size of text
constexpr int fullWidth = 1280; ///< px of the window; in a narrower one the right column makes way for the middle

/// The side columns hold text: they grow with it, up to a third of the window each.
int widthWithText(int width, int pixels, int formerPixels, int whole)
{
    return std::min(width * pixels / formerPixels, whole * 3 / 10);
}
} // namespace

MainWindow::MainWindow(Document *document, QSettings *settings)
    : m_document(document)
    , m_settings(settings)
    , m_pages(new QStackedWidget)
    , m_menu(new WindowMenu(document, settings, this))
    , m_message(new MessageBar(this))
    , m_textPixels(QApplication::font().pixelSize())
{
    new ScreenReaderToolTips(this); // before anything that has one is built
    auto *columns = new BareSplitter(Qt::Horizontal);
    m_columns = columns;
    m_columns->setHandleWidth(Metrics::gap);
    m_columns->setChildrenCollapsible(false);
    QWidget *left = buildLeft();
    QWidget *right = buildRight();
    columns->addPart(left);
    columns->addPart(buildCentre());
    columns->addPart(right);
    m_columns->setStretchFactor(1, 1);
    const int side = widthWithText(sideWidth, m_textPixels, defaultTextPixels, defaultSize.width());
    m_columns->resize(defaultSize); // sizes are shares of what there is: from here on the middle alone gives and takes
    m_columns->setSizes({side, defaultSize.width() - 2 * side, side});
    connect(m_menu->view()->settingsAction(), &QAction::toggled, left, &QWidget::setVisible);
    connect(m_menu->view()->inspectorAction(), &QAction::toggled, right, &QWidget::setVisible);

    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(Metrics::gap, 0, Metrics::gap, Metrics::gap);
    layout->setSpacing(Metrics::gap / 2);
    layout->addWidget(buildTopBar());
    layout->addWidget(m_message);
    layout->addWidget(new TwinBar(m_document, m_menu->twin()));
    m_pages->addWidget(m_columns);
    m_menu->lessons()->setPages(m_pages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(body);
    setAcceptDrops(true);
    new FocusKeys(this);
    resize(defaultSize);
    connectDocument();
    connectProjector();
    connectPages();
    showTitle();
    recallWindow(parts(), m_settings);
}

/// What its parts say while they go would reach a window that is none any more.
MainWindow::~MainWindow()
{
    disconnectChildren(this);
    m_menu->files()->file()->disconnect(this);
    m_document->disconnect(this);
}

QWidget *MainWindow::buildTopBar()
{
    auto *menu = new SoftButton;
    menu->setObjectName(QStringLiteral("menu"));
    menu->setText(tr("Menu"));
    menu->setMenu(m_menu->menu());
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setToolTip(tr("Files, undo, view and help."));
    menu->setAccessibleName(tr("Menu"));
    auto *scenes = new ScenesMenu(m_document);
    connect(scenes, &ScenesMenu::chosen, m_menu->files(), &FileActions::openScene);
    m_summary = new ElidedLabel;
    m_summary->setAccessibleName(tr("The present experiment"));

    m_transport = new TransportBar(m_document);
    auto *exporting = m_menu->figures()->makeExportButton();
    auto *projector = new SoftButton;
    projector->setObjectName(QStringLiteral("projector"));
    projector->setDefaultAction(m_menu->view()->projectorAction());
    auto *explain = m_menu->help()->makeExplainButton();
    m_preparation << menu << m_summary << exporting << explain;

    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, Metrics::gap / 2, 0, 0);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(menu);
    layout->addWidget(scenes);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_transport, 0, Qt::AlignRight); // where the summary is hidden
    m_transport->leastNeeded()->add({exporting});
    m_transport->leastNeeded()->add({projector});
    m_transport->leastNeeded()->add({explain});
    return bar;
}

QWidget *MainWindow::buildLeft()
{
    auto *tabs = new FlatTabs;
    m_tabs = tabs;
    tabs->setAccessibleName(tr("Equations, network, data and spectrum"));
    tabs->addTab(new EquationsView(m_document), tr("Equations"));
    tabs->addTab(new SettingsPanel(m_document), tr("Network"));
    tabs->addTab(new DataPanel(m_document), tr("Data"));
    tabs->addTab(new SpectrumView(m_document), tr("Spectrum"));
    tabs->setTabToolTip(0, tr("The formulas of this circuit, in the colours of the diagram."));
    tabs->setTabToolTip(1, tr("Circuit, sizes, activation, initial weights, loss."));
    tabs->setTabToolTip(2, tr("What the network reads: a text, a series, random numbers or nothing."));
    tabs->setTabToolTip(3, tr("The eigenvalues and singular values of the recurrent matrix."));

    // No splitter here: it would cut the middle card, whose sentences need more lines in a narrow column.
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::gap);
    const EditorActions *editing = m_menu->editing();
    m_circuit = new CircuitPane(new FoldedView(m_document), editing->editor(), editing->editAction(),
        makeUnfoldButton(m_menu->view()->unfoldAction()));
    layout->addWidget(new Card({}, m_circuit), 1);
    layout->addWidget(new Card({}, new GainPanel(m_document)));
    auto *tabCard = new Card({}, tabs);
    m_preparation << tabCard;
    layout->addWidget(tabCard, 1);
    return new ScrollColumn(column);
}

QWidget *MainWindow::buildCentre()
{
    auto *stack = new TimeStack(m_document, new UnrolledView(m_document));
    m_menu->view()->offer(stack->gradientViews());
    return new ScrollColumn(stack);
}

QWidget *MainWindow::buildRight()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::gap);
    auto *lesson = new LessonCard(m_document);
    m_preparation << lesson;
    m_columns->addAction(lesson->cureAction()); // not the window: its key does nothing behind an animation page
    layout->addWidget(lesson);
    auto *inspector = new Card({}, new InspectorPanel(m_document));
    layout->addWidget(inspector, 1);
    auto *editing = new EditorPanel(m_menu->editing()->editor());
    auto *editingCard = new Card({}, editing);
    editingCard->hide();
    layout->addWidget(editingCard, 1);
    connectEditor(editing, editingCard, inspector);
    return new ScrollColumn(column);
}

/// While the circuit is edited its fields stand where the inspector does.
void MainWindow::connectEditor(EditorPanel *panel, QWidget *card, QWidget *inspector)
{
    const CircuitEditor *editor = m_menu->editing()->editor();
    EditorCanvas *canvas = m_circuit->canvas();
    connect(editor, &CircuitEditor::activeChanged, this, [this, card, inspector](bool active) {
        inspector->setVisible(!active);
        card->setVisible(active);
        if (active) {
            m_menu->view()->settingsAction()->setChecked(true);
            m_menu->view()->inspectorAction()->setChecked(true);
        }
        widenForEditing(active);
    });
    connect(canvas, &EditorCanvas::fieldsWanted, panel, &EditorPanel::focusFields);
    connect(panel, &EditorPanel::connectWanted, canvas, &EditorCanvas::startConnecting);
    connect(m_menu->view()->projectorAction(), &QAction::triggered, editor,
        [editing = m_menu->editing()] { editing->editAction()->setChecked(false); });
}

/// What is taken hold of is larger; afterwards everything is where it was.
void MainWindow::widenForEditing(bool active)
{
    const QList<int> sizes = m_columns->sizes();
    const int whole = sizes[0] + sizes[1] + sizes[2];
    const int left = active ? std::max(sizes[0], whole * 3 / 10) : m_leftBefore;
    m_leftBefore = sizes[0];
    m_columns->setSizes(withSides(sizes, left, sizes[2]));
}

void MainWindow::connectDocument()
{
    connect(m_document, &Document::refused, m_message, &MessageBar::showMessage);
    connect(m_document, &Document::resultChanged, m_message, &MessageBar::clear);
    connect(m_menu->files(), &FileActions::failed, m_message, &MessageBar::showMessage);
    connect(m_menu->files(), &FileActions::noted, m_message, &MessageBar::showNote);
    connect(m_menu->files(), &FileActions::succeeded, m_message, &MessageBar::clear);
    connect(m_menu->curves(), &CurveActions::noted, m_message, &MessageBar::showNote);
    connect(m_menu->figures(), &FigureActions::asking, m_transport->player(), &Player::pause);
    connect(m_menu->figures(), &FigureActions::failed, m_message, &MessageBar::showMessage);
    connect(m_menu->figures(), &FigureActions::done, m_message, &MessageBar::showNote);
    connect(m_document, &Document::experimentChanged, this, &MainWindow::showTitle);
    connect(m_menu->files()->file(), &OpenFile::changed, this, &MainWindow::showTitle);
}

void MainWindow::showTitle()
{
    const OpenFile *file = m_menu->files()->file();
    setWindowTitle(file->name().isEmpty() ? tr("Unfold[*]") : tr("%1[*] — Unfold").arg(file->name()));
    setWindowModified(file->isModified());
    m_summary->setText(summaryText(m_document->experiment()));
}

void MainWindow::connectProjector()
{
    const ViewActions *view = m_menu->view();
    new Projector(m_document,
        {this, m_columns, view->projectorAction(), view->settingsAction(), view->inspectorAction(), view->text(),
            m_transport, m_preparation},
        this);
}

/// Nothing plays behind an animation page.
void MainWindow::connectPages()
{
    const AnimationPage *unfolding = (new UnfoldPage(m_document, m_pages))->page();
    connect(m_menu->view()->unfoldAction(), &QAction::toggled, unfolding, &AnimationPage::setOpen);
    connect(unfolding, &AnimationPage::openChanged, m_menu->view()->unfoldAction(), &QAction::setChecked);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        m_transport->player()->pause();
        m_transport->setEnabled(m_pages->currentWidget() == m_columns);
        m_menu->view()->setColumnsShown(m_pages->currentWidget() == m_columns);
    });
    connect(m_menu->files()->file(), &OpenFile::opened, this, &MainWindow::showColumns);
    connect(m_menu->editing()->editAction(), &QAction::triggered, this, &MainWindow::showColumns);
}

/// What was asked for is to be seen.
void MainWindow::showColumns()
{
    if (auto *page = qobject_cast<AnimationPage *>(m_pages->currentWidget()))
        page->close();
}

void MainWindow::fitScreen()
{
    const QSize fitting = firstSize(size(), screen()->availableSize());
    if (fitting == size() || windowState() != Qt::WindowNoState)
        return;
    const QList<int> sizes = m_columns->sizes();
    m_columns->setSizes(withSides(sizes, sizes[0], std::min(sizes[2], fitting.width() * sideWidth / fullWidth)));
    if (minimumSizeHint().width() > fitting.width()) // a very small screen: F9 opens the inspector again
        m_menu->view()->inspectorAction()->setChecked(false);
    resize(fitting);
}

void MainWindow::widenColumns()
{
    const int pixels = QApplication::font().pixelSize();
    if (!m_columns || pixels == m_textPixels)
        return;
    const QList<int> before = m_columns->sizes();
    const int whole = before[0] + before[1] + before[2];
    m_sidesAt[m_textPixels] = {before[0], before[2]};
    const auto known = m_sidesAt.find(pixels); // the way back leads where one came from
    const bool back = known != m_sidesAt.end();
    const auto &[from, sides] = back ? *known : *m_sidesAt.begin(); // else: least held back
    const QList<int> sizes = withSides(
        before, widthWithText(sides.first, pixels, from, whole), widthWithText(sides.second, pixels, from, whole));
    for (QLayout *layout : m_columns->findChildren<QLayout *>())
        layout->invalidate(); // what they need now they would tell the splitter later
    m_columns->setSizes(sizes);
    m_textPixels = pixels;
    // What smaller text lets be narrower hears of it later than the window: again, unless somebody else has spoken.
    const QList<int> given = m_columns->sizes();
    if (back && given != sizes)
        QTimer::singleShot(0, this, [this, given, sizes] {
            QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            if (m_columns->sizes() == given)
                m_columns->setSizes(sizes);
        });
}

void MainWindow::lookLike(MainWindow &other)
{
    copyColumns(other.parts(), parts());
    const auto *theirStack = other.findChild<TimeStack *>();
    auto *stack = findChild<TimeStack *>();
    stack->gradientViews()->setCurrentIndex(theirStack->gradientViews()->currentIndex());
    stack->heatMap()->wantGradient(theirStack->heatMap()->wantsGradient());
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == textResized())
        widenColumns();
    return QMainWindow::event(event);
}

void MainWindow::keepSafe(const QString &folder)
{
    AbandonedList found = abandonedIn(folder);
    auto *autosave = new Autosave(m_document, m_menu->files()->file(), folder, this);
    connect(autosave, &Autosave::failed, m_message, &MessageBar::showMessage);
    new RestoreOffer(std::move(found), autosave, m_menu->files(), m_message, this);
}

WindowParts MainWindow::parts()
{
    return {this, m_columns, m_menu->view()->settingsAction(), m_menu->view()->inspectorAction(), m_tabs};
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_menu->files()->mayLeave())
        return event->ignore();
    rememberWindow(parts(), m_settings);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    // Later: a question would hold up the program that the file was dragged from.
    QMetaObject::invokeMethod(
        this, [this, path = event->mimeData()->urls().first().toLocalFile()] { m_menu->files()->openFile(path); },
        Qt::QueuedConnection);
}

} // namespace unfold

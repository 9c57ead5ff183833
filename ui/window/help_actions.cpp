#include "ui/window/help_actions.h"

#include "ui/help/explain_mode.h"
#include "ui/help/format_window.h"
#include "ui/help/glossary.h"
#include "ui/help/glossary_window.h"
#include "ui/help/screen_places.h"
#include "ui/help/spotlight.h"
#include "ui/help/tour.h"
#include "ui/widgets/menu_entry.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/keys_sheet.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QTimer>

namespace unfold {
namespace {

constexpr int showFor = 2500; ///< ms that a place is outlined
constexpr QLatin1String seenKey("help/tourSeen");

} // namespace

HelpActions::HelpActions(const Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    auto *help = menu->addMenu(tr("Help"));
    help->setToolTipsVisible(true);
    addEntries(help);
}

HelpActions::~HelpActions()
{
    delete m_mode; // it reads the glossary, which goes before the window does
    delete m_glossaryWindow;
}

void HelpActions::addEntries(QMenu *menu)
{
    m_explain = addEntry(menu, m_window,
        {tr("What is this?"), QKeySequence(Qt::SHIFT | Qt::Key_F1),
            tr("Explains whatever you click, and what has the focus. Esc ends.")});
    m_explain->setCheckable(true);
    connect(m_explain, &QAction::toggled, this, [this](bool on) { explainMode()->setActive(on); });
    const QAction *glossary = addEntry(menu, m_window,
        {tr("Glossary"), QKeySequence(Qt::CTRL | Qt::Key_F1), tr("Every term of the screen, with its formula.")});
    connect(glossary, &QAction::triggered, this, [this] { openGlossary({}); });
    const QAction *tour = addEntry(menu, m_window,
        {tr("Tour of five steps"), {}, tr("The first things to know, each beside its place on the screen.")});
    connect(tour, &QAction::triggered, this, [this] {
        m_explain->setChecked(false);
        this->tour()->start();
    });
    const QAction *keys
        = addEntry(menu, m_window, {tr("Keys"), QKeySequence(Qt::Key_F1), tr("All keys and what they do.")});
    connect(keys, &QAction::triggered, this, [this] { KeysSheet::showFor(m_window); });
    const QAction *format = addEntry(menu, m_window,
        {tr("The experiment file"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F1),
            tr("Every key of an experiment file, for those who write one by hand or from a script.")});
    connect(format, &QAction::triggered, this, &HelpActions::openFormat);
    const QAction *about = addEntry(menu, m_window, {tr("About Unfold"), {}, tr("Version and licence.")});
    connect(about, &QAction::triggered, this, &HelpActions::about);
}

QWidget *HelpActions::makeExplainButton()
{
    auto *button = new SoftButton;
    button->setObjectName(QStringLiteral("whatIsThis"));
    button->setText(QStringLiteral("?"));
    button->setCheckable(true);
    button->setAccessibleName(tr("What is this?"));
    button->setToolTip(tr("<p>What is this? Click here, and then anything on the screen. Key: Shift+F1.</p>"));
    button->setProperty("endsExplaining", true);
    connect(button, &SoftButton::toggled, m_explain, &QAction::setChecked);
    connect(m_explain, &QAction::toggled, button, &SoftButton::setChecked);
    return button;
}

const Glossary *HelpActions::glossary()
{
    if (!m_glossary)
        m_glossary = std::make_unique<Glossary>(Glossary::shipped());
    return m_glossary.get();
}

ExplainMode *HelpActions::explainMode()
{
    if (m_mode)
        return m_mode;
    m_mode = new ExplainMode(m_document, glossary(), m_window);
    connect(m_mode, &ExplainMode::activeChanged, m_explain, &QAction::setChecked);
    connect(m_mode, &ExplainMode::glossaryAsked, this, &HelpActions::openGlossary);
    connect(m_mode, &ExplainMode::placeAsked, this, &HelpActions::showPlace);
    return m_mode;
}

GlossaryWindow *HelpActions::glossaryWindow()
{
    if (m_glossaryWindow)
        return m_glossaryWindow;
    m_glossaryWindow = new GlossaryWindow(glossary(), m_window);
    connect(m_glossaryWindow, &GlossaryWindow::placeAsked, this, &HelpActions::showPlace);
    return m_glossaryWindow;
}

Tour *HelpActions::tour()
{
    if (!m_tour)
        m_tour = new Tour(m_document, m_window);
    return m_tour;
}

void HelpActions::greet(QSettings &settings)
{
    if (settings.value(seenKey).toBool())
        return;
    settings.setValue(seenKey, true);
    tour()->start();
}

void HelpActions::openGlossary(const QString &id)
{
    m_explain->setChecked(false); // the next click is meant as one
    glossaryWindow()->openAt(id);
}

void HelpActions::openFormat()
{
    m_explain->setChecked(false);
    if (!m_formatWindow)
        m_formatWindow = new FormatWindow(m_window);
    m_formatWindow->show();
    m_formatWindow->raise();
    m_formatWindow->activateWindow();
}

void HelpActions::showPlace(const QString &place)
{
    const QRect where = placeOf(*m_window, place);
    if (where.isEmpty())
        return;
    if (!m_spotlight)
        m_spotlight = new Spotlight(m_window);
    m_explain->setChecked(false);
    m_spotlight->setPlaces({where}, true);
    QTimer::singleShot(showFor, m_spotlight, [this] { m_spotlight->setPlaces({}, false); });
}

void HelpActions::about()
{
    QMessageBox::about(m_window, tr("About Unfold"),
        tr("<b>Unfold %1</b><p>Shows how a recurrent network works, and why its gradients vanish or explode."
           "<p>Free software under the GNU General Public License, version 3 or later.")
            .arg(QApplication::applicationVersion()));
}

} // namespace unfold

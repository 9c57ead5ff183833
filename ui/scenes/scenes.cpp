#include "ui/scenes/scenes.h"

#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "ui/document/document.h"
#include "ui/scenes/cures.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QMenu>
#include <QScreen>

#include <algorithm>

namespace unfold {
namespace {

constexpr qsizetype longestTitle = 40;

Scene readScene(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        throw InputError({}, "the file cannot be opened", file.errorString().toStdString());
    const ReadExperiment read = readExperiment(file.readAll().toStdString());
    Scene scene{name, {}, read.experiment, read.twin};
    scene.title = QString::fromStdString(scene.experiment.title);
    if (scene.title.isEmpty())
        scene.title = name.chopped(qsizetype(std::size(".unfold")) - 1);
    return scene;
}

/// h = tanh(b + W h(t−1) + U x) without input, from a state that is not zero, with one loss at the last step.
Experiment smallNetwork()
{
    Experiment experiment;
    experiment.title = "small RNN";
    experiment.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", 2}, {"h", 8}, {"o", 2}},
        .activation = Activation::Tanh,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    experiment.steps = 16;
    experiment.initial["h"] = Vector::Constant(8, 0.1);
    experiment.data.kind = ZeroSource{};
    experiment.loss = Loss{
        .kind = LossKind::CrossEntropy, .source = "o", .at = {Span::Kind::Last, 1}, .classes = {0}, .vectors = {}};
    return experiment;
}

} // namespace

SceneList readScenes(const QString &folder)
{
    SceneList list;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.unfold")}, QDir::Files, QDir::Name)) {
        try {
            list.scenes.push_back(readScene(dir, name));
        } catch (const InputError &error) {
            list.faults << name + QStringLiteral(": ") + QString::fromUtf8(error.what());
        }
    }
    return list;
}

Experiment defaultScene()
{
    const QDir dir(QStringLiteral(":/scenes"));
    const QStringList names = dir.entryList({QStringLiteral("*.unfold")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        try {
            return readScene(dir, name).experiment;
        } catch (const InputError &) { // reported in the menu; the next one will do
        }
    }
    return smallNetwork();
}

ScenesMenu::ScenesMenu(Document *document, QWidget *parent)
    : ScenesMenu(document, QStringLiteral(":/scenes"), QStringLiteral(":/cures"), parent)
{
}

ScenesMenu::ScenesMenu(Document *document, const QString &folder, const QString &cures, QWidget *parent)
    : SoftButton(parent)
    , m_document(document)
    , m_folder(folder)
    , m_cures(cures)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("scenes"));
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("<p>Prepared experiments, each with one thing to see and something to try.</p>"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ScenesMenu::fill);
    connect(m_document, &Document::experimentChanged, this, &ScenesMenu::showTitle);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    showTitle();
}

/// A long title ends in dots, so that the bar has room for what stands beside it where text is large;
/// what nobody else wants it takes.
QSize ScenesMenu::sizeHint() const
{
    constexpr double widest = 0.185; // of the screen
    constexpr int smallestScreen = 1280; // where pictures are made without a display, Qt's own screen is smaller
    const QSize whole = SoftButton::sizeHint();
    const int room = std::max(smallestScreen, screen()->availableGeometry().width());
    return {std::min(whole.width(), static_cast<int>(widest * room)), whole.height()};
}

void ScenesMenu::fill()
{
    m_menu->clear();
    const SceneList list = readScenes(m_folder);
    for (const Scene &scene : list.scenes)
        addScene(scene, scene.experiment.title == m_document->experiment().title);
    if (list.scenes.empty() && list.faults.empty())
        m_menu->addAction(tr("No scenes are installed"))->setEnabled(false);
    const CureList cures = m_cures.isEmpty() ? CureList() : readCures(m_cures);
    if (!cures.cures.empty())
        m_menu->addSection(tr("Cures, before and after"));
    for (const Cure &cure : cures.cures)
        addScene(
            {{}, QString::fromStdString(cure.title), cure.before}, cure.isAfter(m_document->experiment()).has_value());
    const QStringList faults = list.faults + cures.faults;
    if (!faults.empty())
        m_menu->addSection(tr("Cannot be read"));
    for (const QString &fault : faults)
        addFault(fault);
}

void ScenesMenu::addScene(const Scene &scene, bool present)
{
    QString text = scene.title;
    QAction *action = m_menu->addAction(text.replace(u'&', QStringLiteral("&&")));
    action->setToolTip(QString::fromStdString(scene.experiment.note));
    action->setCheckable(true);
    action->setChecked(present);
    connect(action, &QAction::triggered, this,
        [this, experiment = scene.experiment, twin = scene.twin] { emit chosen(experiment, twin); });
}

void ScenesMenu::addFault(const QString &fault)
{
    QAction *action = m_menu->addAction(fontMetrics().elidedText(fault, Qt::ElideRight, 480));
    action->setToolTip(fault);
    action->setEnabled(false);
}

void ScenesMenu::showTitle()
{
    const QString title = QString::fromStdString(m_document->experiment().title);
    QString shown = title.isEmpty() ? tr("Scenes") : title;
    if (shown.size() > longestTitle)
        shown = shown.left(longestTitle - 1).trimmed() + u'…';
    setText(shown);
    const QString name = tr("Scenes; the present one is %1").arg(title.isEmpty() ? tr("untitled") : title);
    if (name != accessibleName()) // a screen reader hears of every setting
        setAccessibleName(name);
    takeRoom();
}

/// No more than the title is long.
void ScenesMenu::takeRoom()
{
    setMaximumWidth(SoftButton::sizeHint().width());
    updateGeometry();
}

void ScenesMenu::changeEvent(QEvent *event)
{
    SoftButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeRoom();
}

} // namespace unfold

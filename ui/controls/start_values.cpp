#include "ui/controls/start_values.h"

#include "ui/style/number_text.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/settings_controls.h"
#include "ui/widgets/wheel_guard.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <set>

namespace unfold {
namespace {

constexpr double largestConstant = 1e6;

double constantOf(const Experiment &experiment, const std::string &parameter)
{
    const auto found = experiment.initialisation.constants.find(parameter);
    return found == experiment.initialisation.constants.end() ? 0 : found->second;
}

/// "Recipes of their own: U gaussian (deviation 0.1), W identity."
QString recipesText(const Experiment &experiment, const Names &names)
{
    QStringList all;
    for (const auto &[parameter, own] : experiment.initialisation.recipes) {
        const QString name = QString::fromStdString(names.parameter(parameter));
        const QString recipe = text(nameOf(own.recipe)).replace(u'-', u' ');
        all << (own.deviation ? StartValues::tr("%1 %2 (deviation %3)").arg(name, recipe, numberText(*own.deviation))
                              : StartValues::tr("%1 %2").arg(name, recipe));
    }
    return all.isEmpty() ? QString()
                         : StartValues::tr("Recipes of their own: %1. Choose a recipe under Weights to replace them.")
                               .arg(all.join(QStringLiteral(", ")));
}

QString opennessText(const Experiment &experiment, const std::string &parameter)
{
    const double bias = constantOf(experiment, parameter);
    const auto open = openness(circuitOf(experiment), parameter, bias);
    return open ? StartValues::tr("With %1 the gate starts %2 open where nothing else adds to it (sigmoid).")
                      .arg(numberText(bias), numberText(*open, 2))
                : QString();
}

} // namespace

StartValues::StartValues(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(10);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    explainBy(this, "initialisation gate");
    hide();
}

StartValues::~StartValues()
{
    disconnectChildren(this);
}

void StartValues::showValues(const Experiment &experiment, const Names &names)
{
    const std::vector<std::string> constants = offeredConstants(experiment);
    const QString recipes = recipesText(experiment, names);
    if (constants != m_constants || recipes != m_recipes || !(names == m_names)) {
        m_recipes = recipes;
        m_names = names;
        build(constants, names);
    }
    for (const std::string &parameter : constants) {
        const QString id = QString::fromStdString(parameter);
        showNumber(findChild<QDoubleSpinBox *>(QStringLiteral("constant-") + id), constantOf(experiment, parameter));
        auto *line = findChild<QLabel *>(QStringLiteral("openness-") + id);
        line->setText(opennessText(experiment, parameter));
        line->setVisible(!line->text().isEmpty());
    }
    setVisible(!constants.empty() || !recipes.isEmpty());
}

void StartValues::build(const std::vector<std::string> &constants, const Names &names)
{
    disconnectChildren(this);
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_constants = constants;
    for (const std::string &parameter : constants)
        addConstant(parameter, QString::fromStdString(names.parameter(parameter)));
    if (m_recipes.isEmpty())
        return;
    QLabel *line = makeCaption(m_recipes, this);
    line->setObjectName(QStringLiteral("ownRecipes"));
    m_form->addRow(line);
}

void StartValues::addConstant(const std::string &parameter, const QString &name)
{
    const QString id = QString::fromStdString(parameter);
    auto *box = new ScaleBox(this);
    box->setObjectName(QStringLiteral("constant-") + id);
    box->setAccessibleName(tr("%1 starts at").arg(name));
    box->setRange(-largestConstant, largestConstant);
    box->setDecimals(6);
    box->setSingleStep(0.5);
    box->setKeyboardTracking(false);
    box->setToolTip(
        tr("<p>The number that every entry of %1 starts with. A forget gate usually starts open, with a bias "
           "of 1 or more, so that the cell keeps what it reads from the first update on.</p>")
            .arg(name));
    keepWheelForScrolling(box);
    auto *label = new QLabel(tr("%1 starts at").arg(name), this);
    label->setBuddy(box);
    label->setToolTip(box->toolTip());
    m_form->addRow(label, box);
    QLabel *line = makeCaption(QString(), this);
    line->setObjectName(QStringLiteral("openness-") + id);
    m_form->addRow(line);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, id](double value) { emit constantAsked(id, value); });
}

std::vector<std::string> offeredConstants(const Experiment &experiment)
{
    std::set<std::string> offered;
    for (const auto &[parameter, constant] : experiment.initialisation.constants)
        offered.insert(parameter);
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        if (const CatalogueEntry *entry = catalogueEntry(page->name))
            for (const auto &[parameter, constant] : entry->constants)
                offered.insert(parameter);
    for (const auto &[parameter, value] : experiment.parameters)
        offered.erase(parameter); // it is given, and starts with no constant
    return {offered.begin(), offered.end()};
}

std::optional<double> openness(const Circuit &circuit, const std::string &parameter, double bias)
{
    const auto gate = std::find_if(circuit.nodes.begin(), circuit.nodes.end(),
        [&](const Node &node) { return node.bias == parameter && node.activation == Activation::Sigmoid; });
    return gate == circuit.nodes.end() ? std::nullopt : std::optional(1 / (1 + std::exp(-bias)));
}

} // namespace unfold

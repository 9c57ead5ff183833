#include "ui/inspector/inspector_panel.h"

#include "ui/inspector/gradient_check.h"
#include "ui/inspector/inspector_copy.h"
#include "ui/inspector/inspector_expression.h"
#include "ui/inspector/inspector_factors.h"
#include "ui/inspector/inspector_formula.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/inspector/inspector_title.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace unfold {
namespace {

void showEntry(QSpinBox *box, int index, int count)
{
    const QSignalBlocker quiet(box);
    box->setRange(1, std::max(1, count));
    box->setValue(index + 1);
}

/// At whatever step, of whichever unit.
bool sameThing(ElementRef a, ElementRef b)
{
    a.step = b.step = 0;
    a.unit = b.unit = -1;
    return a == b;
}

} // namespace

InspectorPanel::InspectorPanel(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    buildPanel();
    connectPanel();
    refresh();
}

InspectorPanel::~InspectorPanel()
{
    disconnectChildren(this);
    disconnect(m_document, nullptr, this, nullptr); // a grid that loses the focus lets go of what it lit up
}

// -- showing
// -----------------------------------------------------------------------------------------------------------

void InspectorPanel::refresh()
{
    m_stale = !isVisible();
    if (m_stale) { // the page is that of another run now
        m_checkAction->setEnabled(false);
        return m_copy->leavePage();
    }
    const ElementRef before = m_page.element;
    const Cursor seen = m_cursor;
    m_cursor = m_document->cursor();
    m_page = inspectorPage(*m_document->result(), m_cursor);
    const bool selectedAnew
        = m_cursor.selection != seen.selection && m_cursor.selection != movedTo(seen.selection, m_cursor.step);
    if (m_page.element.unit >= 0 && selectedAnew) // otherwise the entry that is opened stays so
        m_row = m_page.element.unit;
    const bool otherThing = !sameThing(m_page.element, before);
    if (otherThing)
        m_unfolded.clear();
    showPage();
    touchAgain(!otherThing && m_cursor.pass == seen.pass);
    if (m_cursor.pass != seen.pass || (otherThing && (selectedAnew || m_cursor.step == seen.step)))
        scrollToTop();
}

void InspectorPanel::beginAnew()
{
    m_row = m_column = 0;
    m_unfolded.clear();
    m_totalUnfolded = false;
    if (!m_stale)
        showPage();
    scrollToTop();
}

void InspectorPanel::showPage()
{
    const auto result = m_document->result();
    m_title->showPage(m_page);
    m_note->setText(m_page.note);
    m_note->setVisible(!m_page.note.isEmpty());
    m_formula->setFormulas(m_page.formulas, result->circuit());
    m_formula->setVisible(!m_page.formulas.empty());
    m_numbers->setItems(m_page.items, result->circuit());
    m_numbers->setVisible(!m_page.items.empty());
    showFactors();
    showOpened();
    showProof();
    showExtra();
    showHover();
    orderTabs();
}

/// Tab follows the page from top to bottom; the grids are made only when they are first needed.
void InspectorPanel::orderTabs()
{
    QWidgetList order;
    for (NumberGrid *grid : m_numbers->grids())
        order << grid;
    order.prepend(m_title->pinButton());
    order << m_entry << m_entryColumn << m_terms << m_check->tabOrder();
    for (NumberGrid *grid : m_extra->grids())
        order << grid;
    order << m_extraTerms << m_copy->buttons();
    if (order == m_order)
        return;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_order = order;
}

void InspectorPanel::showFactors()
{
    m_factorsPart->setVisible(m_page.factors.has_value());
    if (!m_page.factors)
        return;
    const Theme &theme = themeOf(this);
    const PageFactors &f = *m_page.factors;
    const QColor matrix
        = f.parameter.empty() ? theme.text : theme.parameter(m_document->result()->circuit(), f.parameter);
    m_factors->setBars({
        {tr("%1 multiplies the norm by").arg(f.matrixName), matrix, f.gradient.matrixFactor()},
        {tr("the slope multiplies it by"), theme.muted, f.gradient.slopeFactor()},
        {f.together, theme.loss, f.gradient.factor()},
    });
    m_factorsTitle->setText(f.heading);
    m_factorsNote->setText(f.note);
    m_factorsNote->setVisible(!f.note.isEmpty());
}

void InspectorPanel::showOpened()
{
    const int entries = m_page.entries();
    const bool opens = m_page.opens() && entries > 0;
    m_openedPart->setVisible(opens);
    if (!opens)
        return m_numbers->setOpened(-1, -1);
    m_row = std::clamp(m_row, 0, entries - 1);
    m_column = std::clamp(m_column, 0, m_page.columns() - 1);
    showEntry(m_entry, m_row, entries);
    showEntry(m_entryColumn, m_column, m_page.columns());
    m_entryColumn->setVisible(m_page.columns() > 1);
    m_openedOf->setText(
        m_page.columns() > 1 ? tr("of %1 × %2").arg(entries).arg(m_page.columns()) : tr("of %1, opened").arg(entries));
    m_terms->setLines(linesOfOpened());
    m_numbers->setOpened(m_row, m_column);
}

/// The entry that is opened, to be checked and to be copied.
void InspectorPanel::showProof()
{
    const InspectedRun run = inspected(*m_document->result());
    const auto gradient
        = m_page.entries() > 0 ? gradientOf(run, m_page, m_row, m_column) : std::optional<CheckedGradient>();
    m_check->check(gradient);
    m_checkAction->setEnabled(gradient.has_value());
    m_copy->setPage(m_page, m_row, m_column);
}

std::vector<OpenedLine> InspectorPanel::linesOfOpened() const
{
    const auto result = m_document->result();
    const InspectedRun run = inspected(*result);
    const QString row = QStringLiteral("[%1]").arg(m_row + 1);
    if (m_page.expression)
        return openedLines(
            run, open(run, *m_page.expression, m_row), m_page.entryName + row, m_page.sumName + row, m_unfolded);
    const QString place = m_page.columns() > 1 ? QStringLiteral("[%1,%2]").arg(m_row + 1).arg(m_column + 1) : row;
    return openedParameterLines(
        run, openParameterGradient(run, m_page.parameter, m_row, m_column), m_page.entryName + place, m_unfolded);
}

void InspectorPanel::showExtra()
{
    const auto result = m_document->result();
    const InspectedRun run = inspected(*result);
    m_extraPart->setVisible(!m_page.extraItems.empty() || m_page.totalLoss);
    m_extraTitle->setText(m_page.extraTitle);
    m_extraTitle->setVisible(!m_page.extraTitle.isEmpty());
    m_extraNote->setText(m_page.extraNote);
    m_extraNote->setVisible(!m_page.extraNote.isEmpty());
    m_extra->setItems(m_page.extraItems, result->circuit());
    m_extra->setVisible(!m_page.extraItems.empty());
    if (m_page.totalLoss)
        m_extraTerms->setLines(totalLossLines(run, m_totalUnfolded));
    else if (m_page.lossStep > 0)
        m_extraTerms->setLines(lossLines(run, m_page.lossStep));
    else
        m_extraTerms->setLines({});
}

void InspectorPanel::showHover()
{
    if (m_stale)
        return;
    const Circuit &circuit = m_document->result()->circuit();
    const ElementRef &hover = m_document->hover();
    m_numbers->setHover(circuit, hover);
    m_extra->setHover(circuit, hover);
    SymbolRef symbol;
    if (hover.kind == ElementRef::Kind::Parameter)
        symbol = {SymbolRef::Kind::Parameter, hover.parameter, 0};
    else if (hover.kind == ElementRef::Kind::Node && hover.step > 0 && m_page.step > 0)
        symbol = {SymbolRef::Kind::Node, circuit.nodes[static_cast<size_t>(hover.node)].name, m_page.step - hover.step};
    else if (hover.kind == ElementRef::Kind::Edge)
        symbol = {SymbolRef::Kind::Parameter,
            circuit.nodes[static_cast<size_t>(hover.node)].terms[static_cast<size_t>(hover.term)].parameter, 0};
    m_formula->setLit(symbol);
}

// -- asking
// ------------------------------------------------------------------------------------------------------------

void InspectorPanel::openEntry(int row, int column)
{
    if (m_stale) // a page that is not seen is one of an earlier result
        return;
    m_row = row;
    m_column = column;
    showOpened();
    showProof();
}

void InspectorPanel::toggle(int group)
{
    if (m_stale)
        return;
    if (group < 0) { // all of them
        const bool unfold = m_unfolded.empty();
        m_unfolded.clear();
        for (const OpenedLine &line : m_terms->lines())
            if (unfold && line.kind == OpenedLine::Kind::More)
                m_unfolded.insert(line.group);
    } else if (!m_unfolded.erase(group)) {
        m_unfolded.insert(group);
    }
    showOpened();
}

void InspectorPanel::touchSymbol(const SymbolRef &symbol)
{
    const Circuit &circuit = m_document->result()->circuit();
    ElementRef element;
    if (symbol.kind == SymbolRef::Kind::Parameter)
        element = ElementRef::ofParameter(symbol.name);
    else if (symbol.kind == SymbolRef::Kind::Loss)
        element = ElementRef::ofLoss();
    else if ((symbol.kind == SymbolRef::Kind::Node || symbol.kind == SymbolRef::Kind::Prediction)
        && m_page.step - symbol.delay >= 1)
        element = ElementRef::ofNode(circuit.indexOf(symbol.name), m_page.step - symbol.delay);
    m_touchedSymbol = symbol;
    m_told = element;
    m_document->setHover(element);
}

/// What is under the mouse may be something of another step by now.
void InspectorPanel::touchAgain(bool samePage)
{
    m_numbers->touchAgain();
    m_extra->touchAgain();
    if (m_touchedSymbol.kind != SymbolRef::Kind::None && m_document->hover() == m_told)
        touchSymbol(samePage ? m_touchedSymbol : SymbolRef{});
}

void InspectorPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void InspectorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_stale)
        showFactors();
}

} // namespace unfold

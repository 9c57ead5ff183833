// What the inspector is made of, from above.
#include "ui/inspector/gradient_check.h"
#include "ui/inspector/inspector_copy.h"
#include "ui/inspector/inspector_expression.h"
#include "ui/inspector/inspector_factors.h"
#include "ui/inspector/inspector_formula.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/inspector/inspector_title.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>

namespace unfold {
namespace {

constexpr int sectionGap = 14;

/// A hairline between two sections.
class Rule : public QWidget
{
public:
    explicit Rule(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), themeOf(this).border); }
};

/// A section with a rule above it.
QWidget *makePart(QVBoxLayout *column, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(new Rule(part));
    column->addWidget(part);
    return part;
}

} // namespace

void InspectorPanel::buildPanel()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(sectionGap);
    m_title = new InspectorTitle(m_document, content);
    m_note = makeCaption({}, content);
    m_note->setObjectName(QStringLiteral("inspectorNote"));
    m_formula = new InspectorFormula(content);
    m_numbers = new InspectorExpression(content);
    m_numbers->setObjectName(QStringLiteral("inspectorNumbers"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_formula, m_note, m_numbers})
        column->addWidget(part);

    buildFactors(column);
    buildEntryRow(column);
    m_check = new GradientCheck(m_document, content);
    column->addWidget(m_check);
    buildExtra(column);
    buildProof(column);
    column->addStretch(1);

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_scroll);
}

void InspectorPanel::buildFactors(QVBoxLayout *column)
{
    m_factorsPart = makePart(column, column->parentWidget());
    m_factorsTitle = makeHeading({}, m_factorsPart);
    m_factorsTitle->setWordWrap(true);
    m_factors = new InspectorFactors(m_factorsPart);
    m_factorsNote = makeCaption({}, m_factorsPart);
    m_factorsNote->setObjectName(QStringLiteral("inspectorFactorsNote"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_factorsTitle, m_factors, m_factorsNote})
        m_factorsPart->layout()->addWidget(part);
}

void InspectorPanel::buildEntryRow(QVBoxLayout *column)
{
    m_openedPart = makePart(column, column->parentWidget());
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_entry = new QSpinBox(m_openedPart);
    m_entry->setObjectName(QStringLiteral("inspectorEntry"));
    m_entry->setAccessibleName(tr("Entry that is opened"));
    m_entry->setToolTip(
        tr("<p>The entry of the result that is opened into its products. A click on the entry does the same.</p>"));
    m_entryColumn = new QSpinBox(m_openedPart);
    m_entryColumn->setObjectName(QStringLiteral("inspectorEntryColumn"));
    m_entryColumn->setAccessibleName(tr("Column of the entry that is opened"));
    m_entryColumn->setToolTip(tr("<p>The column of the entry that is opened.</p>"));
    m_openedOf = makeHeading({}, m_openedPart);
    row->addWidget(makeHeading(tr("Entry"), m_openedPart));
    row->addWidget(m_entry);
    row->addWidget(m_entryColumn);
    row->addWidget(m_openedOf);
    row->addStretch(1);
    m_terms = new InspectorTerms(m_openedPart);
    m_terms->setObjectName(QStringLiteral("inspectorTerms"));
    static_cast<QVBoxLayout *>(m_openedPart->layout())->addLayout(row);
    m_openedPart->layout()->addWidget(m_terms);
}

void InspectorPanel::buildExtra(QVBoxLayout *column)
{
    m_extraPart = makePart(column, column->parentWidget());
    m_extraTitle = makeHeading({}, m_extraPart);
    m_extraTitle->setWordWrap(true);
    m_extraNote = makeCaption({}, m_extraPart);
    m_extraNote->setObjectName(QStringLiteral("inspectorExtraNote"));
    m_extra = new InspectorExpression(m_extraPart);
    m_extraTerms = new InspectorTerms(m_extraPart);
    m_extraTerms->setObjectName(QStringLiteral("inspectorExtraTerms"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_extraTitle, m_extraNote, m_extra, m_extraTerms})
        m_extraPart->layout()->addWidget(part);
}

/// The actions are those of the whole panel: for its keys, and for its context menu.
void InspectorPanel::buildProof(QVBoxLayout *column)
{
    m_copy = new InspectorCopy(m_document, column->parentWidget());
    m_copy->setLossPart(m_extraPart);
    column->addWidget(m_copy);
    m_checkAction = new QAction(tr("Check the gradient"), this);
    m_checkAction->setShortcut(Qt::Key_F7);
    connect(m_checkAction, &QAction::triggered, m_check, &GradientCheck::toggle);
    connect(m_check, &GradientCheck::opened, this, [this] {
        QTimer::singleShot(
            0, m_scroll, [this] { m_scroll->ensureWidgetVisible(m_check, 0, 0); }); // once it is laid out
    });
    addAction(m_title->pinAction());
    addActions(m_copy->actions());
    addAction(m_checkAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void InspectorPanel::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void InspectorPanel::connectPanel()
{
    connect(m_document, &Document::resultChanged, this, &InspectorPanel::refresh);
    connect(m_document, &Document::cursorChanged, this, &InspectorPanel::refresh);
    connect(m_document, &Document::viewReset, this, &InspectorPanel::beginAnew);
    connect(m_document, &Document::hoverChanged, this, &InspectorPanel::showHover);
    for (InspectorExpression *part : {m_numbers, m_extra}) {
        connect(part, &InspectorExpression::visited, m_document, &Document::select);
        connect(part, &InspectorExpression::touched, m_document, &Document::setHover);
    }
    connect(m_numbers, &InspectorExpression::opened, this, &InspectorPanel::openEntry);
    connect(m_formula, &InspectorFormula::touched, this, &InspectorPanel::touchSymbol);
    connect(m_entry, &QSpinBox::valueChanged, this, [this](int entry) { openEntry(entry - 1, m_column); });
    connect(m_entryColumn, &QSpinBox::valueChanged, this, [this](int entry) { openEntry(m_row, entry - 1); });
    connect(m_terms, &InspectorTerms::toggled, this, &InspectorPanel::toggle);
    connect(m_extraTerms, &InspectorTerms::toggled, this, [this] {
        m_totalUnfolded = !m_totalUnfolded;
        showExtra();
    });
}

} // namespace unfold

#include "ui/export/figure_widget.h"

#include "core/experiment/edit.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/document/experiment_text.h"
#include "ui/document/twin.h"
#include "ui/export/paint_widget.h"
#include "ui/formula/equations_view.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/timeline/twin_sections.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace unfold {
namespace {
constexpr double captionFactor = 0.86;
constexpr double growth = 1.06; ///< per try, until the view has the room it needs
constexpr int tries = 40;

QLabel *label(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText); // the theme's muted
    return label;
}

/// The twin stands in the whole window and among the norms, and among the states where it stands beside.
QString twinIn(const Document &document, FigureView view)
{
    const Twin *twin = document.twin();
    const bool shown
        = view == FigureView::Window || view == FigureView::Gradient || (view == FigureView::States && twin->beside());
    return shown && twin->result() ? FigureWidget::tr("twin: %1").arg(twin->name()) : QString();
}

} // namespace

FigureWidget::FigureWidget(Document *document, FigureView view, ThemeKind theme, bool heatMapOfGradient)
    : m_document(document)
    , m_view(view)
    , m_column(new QVBoxLayout(this))
{
    keepOffScreen(*this);
    QPalette palette = paletteOf(theme);
    palette.setColor(QPalette::Window, themeOf(theme).card); // no card on a ground: the card is all there is
    setPalette(palette);
    m_column->setSizeConstraint(QLayout::SetNoConstraint); // a minimum would widen the figure out of its shape
    m_column->setContentsMargins(0, Metrics::gap / 2, 0, Metrics::gap);
    m_column->setSpacing(Metrics::gap / 2);
    m_column->addWidget(build(heatMapOfGradient), 1);
    addCaption();
}

QWidget *FigureWidget::build(bool heatMapOfGradient)
{
    if (m_view == FigureView::Circuit) {
        addTitle(tr("Circuit"));
        return new FoldedView(m_document);
    }
    if (m_view == FigureView::Equations) {
        addTitle(tr("Equations"));
        m_equations = new EquationsView(m_document);
        m_equations->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_equations->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        return m_equations;
    }
    auto *stack = new TimeStack(m_document, new UnrolledView(m_document));
    stack->showOnly(m_view == FigureView::Graph ? TimeStack::Section::Graph
            : m_view == FigureView::States      ? TimeStack::Section::States
                                                : TimeStack::Section::Gradient);
    stack->heatMap()->wantGradient(heatMapOfGradient);
    if (HeatMapView *twin = stack->twinSections()->states())
        twin->wantGradient(heatMapOfGradient);
    return stack;
}

void FigureWidget::addTitle(const QString &title)
{
    QLabel *line = label(title, textFont(0.93, QFont::DemiBold));
    line->setContentsMargins(Metrics::padding, 4, Metrics::padding, 0);
    m_column->addWidget(line);
}

void FigureWidget::addCaption()
{
    QLabel *line = label(figureCaption(*m_document, m_view), textFont(captionFactor));
    line->setContentsMargins(Metrics::padding, 0, Metrics::padding, 0);
    line->setWordWrap(true);
    m_column->addWidget(line);
}

bool FigureWidget::fits() const
{
    const QSize least = minimumSizeHint();
    const int needed = layout()->hasHeightForWidth() ? layout()->minimumHeightForWidth(width()) : least.height();
    if (width() < least.width() || height() < needed)
        return false;
    return !m_equations
        || (m_equations->verticalScrollBar()->maximum() == 0 && m_equations->horizontalScrollBar()->maximum() == 0);
}

void FigureWidget::fitTo(QSize size)
{
    show(); // on no screen
    double factor = 1;
    for (int i = 0; i < tries; ++i, factor *= growth) {
        resize(qRound(size.width() * factor), qRound(size.height() * factor));
        layout()->activate();
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (fits())
            return;
    }
}

QString figureTitle(const Document &document, FigureView view)
{
    const QString experiment = QString::fromStdString(document.result()->experiment.title);
    return experiment.isEmpty() ? nameOf(view) : QStringLiteral("%1 — %2").arg(experiment, nameOf(view));
}

QString figureCaption(const Document &document, FigureView view)
{
    const auto result = document.result();
    const Cursor &cursor = document.cursor();
    const QString pass
        = cursor.pass == Pass::Forward ? FigureWidget::tr("forward pass") : FigureWidget::tr("backward pass");
    QStringList parts{QString::fromStdString(result->experiment.title), summaryText(result->experiment),
        twinIn(document, view), FigureWidget::tr("%1, step %2 of %3").arg(pass).arg(cursor.step).arg(result->steps())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace unfold

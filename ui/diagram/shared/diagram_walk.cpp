#include "ui/diagram/shared/diagram_walk.h"

#include "ui/diagram/shared/describe.h"
#include "ui/diagram/shared/places.h"
#include "ui/diagram/shared/screen_reader_text.h"

#include <algorithm>
#include <numeric>

namespace unfold {
namespace {

/// Node indices as they stand in the diagrams, lane by lane from below.
std::vector<int> fromBelow(const Circuit &circuit)
{
    const std::vector<Place> places = placesOf(circuit);
    std::vector<int> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const Place &p = places[static_cast<size_t>(a)];
        const Place &q = places[static_cast<size_t>(b)];
        return p.lane != q.lane ? p.lane < q.lane : p.column < q.column;
    });
    return order;
}

std::vector<ElementRef> rowsOf(const Circuit &circuit, bool loss)
{
    std::vector<ElementRef> rows;
    for (const int node : fromBelow(circuit)) {
        const auto &terms = circuit.nodes[static_cast<size_t>(node)].terms;
        for (int term = 0; term < static_cast<int>(terms.size()); ++term) {
            rows.push_back(ElementRef::ofEdge(node, term));
            if (!terms[static_cast<size_t>(term)].gate.empty())
                rows.push_back(ElementRef::ofEdge(node, term, 0, true));
        }
        rows.push_back(ElementRef::ofNode(node));
    }
    if (loss) {
        rows.push_back(ElementRef::ofLoss());
        rows.push_back(ElementRef::ofTarget());
    }
    return rows;
}

} // namespace

DiagramWalk::DiagramWalk(Document *document)
    : m_document(document)
{
}

const std::vector<ElementRef> &DiagramWalk::rows() const
{
    const auto result = m_document->result();
    if (m_of.lock() == result)
        return m_rows;
    m_of = result;
    const auto loss = lossPlaceOf(*result);
    if (loss != m_loss || result->circuit() != m_circuit) {
        m_circuit = result->circuit();
        m_loss = loss;
        m_rows = rowsOf(m_circuit, loss.has_value());
    }
    return m_rows;
}

int DiagramWalk::firstRow() const
{
    const auto &all = rows();
    const auto watched = std::find(all.begin(), all.end(), ElementRef::ofNode(m_document->plottedNode()));
    return watched == all.end() ? 0 : static_cast<int>(watched - all.begin());
}

QString DiagramWalk::sentenceAt(WalkPlace place) const
{
    ElementRef element = at(place.row);
    element.step = place.step;
    return screenReaderText(*m_document->result(), m_document->cursor(), element);
}

QRectF boxOf(const EdgeShape &edge)
{
    constexpr double thick = 3; // px: a straight arrow has no area
    QRectF box = Polyline(edge.curve).box.adjusted(-thick, -thick, thick, thick);
    for (const Curve &piece : edge.lead)
        box |= Polyline(piece).box.adjusted(-thick, -thick, thick, thick);
    return box;
}

} // namespace unfold

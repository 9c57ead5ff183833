#pragma once
// What the parts of the matcher share: what shapes stand for at no step, and what they are made of.
#include "ui/diagram/shared/shapes.h"

#include <vector>

namespace unfold::motion {

inline ElementRef timeless(ElementRef element)
{
    element.step = 0;
    return element;
}

inline std::vector<ElementRef> timeless(std::vector<ElementRef> elements)
{
    for (ElementRef &element : elements)
        element.step = 0;
    return elements;
}

inline std::vector<Curve> piecesOf(const EdgeShape &edge)
{
    std::vector<Curve> all = edge.lead;
    all.push_back(edge.curve);
    return all;
}

} // namespace unfold::motion

#pragma once
// What the parts of the matcher share: what shapes stand for at no step, and what they are made of.
#include "ui/diagram/shared/shapes.h"

#include <vector>

namespace unfold::motion {

inline ElementRef timeless(ElementRef subject)
{
    subject.step = 0;
    return subject;
}

inline std::vector<ElementRef> timeless(std::vector<ElementRef> subjects)
{
    for (ElementRef &subject : subjects)
        subject.step = 0;
    return subjects;
}

inline std::vector<Curve> piecesOf(const EdgeShape &edge)
{
    std::vector<Curve> all = edge.lead;
    all.push_back(edge.curve);
    return all;
}

} // namespace unfold::motion

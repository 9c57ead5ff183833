#include "ui/widgets/measured_label.h"

namespace unfold {

int MeasuredLabel::heightForWidth(int width) const
{
    const Measured now{text(), font(), textFormat(), wordWrap(), contentsMargins(), minimumSize()};
    if (!(now == m_measured)) {
        m_heights.clear();
        m_measured = now;
    }
    const auto [place, isNew] = m_heights.try_emplace(width);
    if (isNew)
        place->second = QLabel::heightForWidth(width);
    return place->second;
}

} // namespace unfold

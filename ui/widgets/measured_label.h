#pragma once
// A label whose height for a width is measured once: layouts ask for it again and again, and every answer shapes and
// breaks the whole text.
#include <QLabel>

#include <map>

namespace unfold {

class MeasuredLabel : public QLabel
{
public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override;

private:
    struct Measured {
        QString text;
        QFont font;
        Qt::TextFormat format = Qt::AutoText;
        bool wraps = false;
        QMargins margins;
        QSize least; ///< minimumSize()
        bool operator==(const Measured &) const = default;
    };
    mutable Measured m_measured; ///< of m_heights
    mutable std::map<int, int> m_heights; ///< by width
};

} // namespace unfold

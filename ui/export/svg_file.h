#pragma once
// An SVG that is drawn, its pictures not yet packed: to draw takes the thread of the window, to pack any.
#include <QByteArray>
#include <QImage>
#include <QList>

namespace unfold {

struct SvgPicture {
    qsizetype at; ///< where in the text its data belong
    QImage image;
};

struct SvgFile {
    QByteArray text; ///< UTF-8, without the data of the pictures
    QList<SvgPicture> pictures; ///< by place

    /// The whole file. Any thread.
    QByteArray packed() const;
};

} // namespace unfold

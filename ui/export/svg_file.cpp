#include "ui/export/svg_file.h"

#include <QBuffer>

namespace unfold {
namespace {

constexpr int quickly = 80; ///< "quality" of a PNG: nothing is lost, it is packed a little less

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG", quickly);
    return bytes;
}

} // namespace

QByteArray SvgFile::packed() const
{
    QByteArray file;
    qsizetype done = 0;
    for (const SvgPicture &picture : pictures) {
        file += text.mid(done, picture.at - done) + "data:image/png;base64," + png(picture.image).toBase64();
        done = picture.at;
    }
    return file + text.mid(done);
}

} // namespace unfold

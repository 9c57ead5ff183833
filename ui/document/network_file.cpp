#include "ui/document/network_file.h"

#include "core/circuit/input_error.h"

#include <QFile>
#include <QFileInfo>

namespace unfold {
namespace {

InputError networkError(const QString &path, const QString &wrong, const QString &expected)
{
    return {QFileInfo(path).fileName().toStdString(), wrong.toStdString(), expected.toStdString()};
}

} // namespace

bool isNetworkFile(const QString &path)
{
    static const QStringList endings{QStringLiteral("npz"), QStringLiteral("safetensors"), QStringLiteral("npy"),
        QStringLiteral("pt"), QStringLiteral("pth"), QStringLiteral("ckpt"), QStringLiteral("pkl"),
        QStringLiteral("h5"), QStringLiteral("keras")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

ImportedNetwork loadNetwork(const QString &path)
{
    const QString network = QStringLiteral("a network (.npz or .safetensors)");
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        throw networkError(path, QStringLiteral("is not a file"), network);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw networkError(path, file.errorString(), network + QStringLiteral(" that can be read"));
    try {
        const QByteArray bytes = file.read(qint64(mostBytesOfArrayFile) + 1); // one more is refused as too large
        return importNetworkFile({bytes.constData(), std::size_t(bytes.size())}, info.fileName().toStdString());
    } catch (const InputError &error) {
        throw networkError(path, QString::fromUtf8(error.what()), {});
    }
}

} // namespace unfold

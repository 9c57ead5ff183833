#include "ui/document/merge_gesture.h"

#include <chrono>

namespace unfold {

MergeGesture::MergeGesture(QObject *parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(std::chrono::seconds(1));
    connect(&m_rest, &QTimer::timeout, this, [this] { ++m_number; });
}

void MergeGesture::touch()
{
    if (!m_held)
        m_rest.start();
}

void MergeGesture::hold(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    m_rest.stop();
    ++m_number;
}

} // namespace unfold

#pragma once
// What is made once for the whole program.
#include <QCoreApplication>

#include <memory>

namespace unfold {

/// The program's one T, made when first asked for. It goes with the application, which a font must not outlive.
template <typename T> T &applicationSingleton()
{
    static std::unique_ptr<T> object;
    if (!object) {
        object = std::make_unique<T>();
        qAddPostRoutine([] { object.reset(); });
    }
    return *object;
}

} // namespace unfold

#pragma once
// Answering dialogs that wait: a question, a choice of a file.
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <functional>

namespace unfold {

/// Acts on the next modal window of this kind, as soon as it is there. Counts how many there were.
template <typename Window> class WhenModal
{
public:
    explicit WhenModal(std::function<void(Window &)> act)
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this, act = std::move(act)] {
            auto *window = qobject_cast<Window *>(QApplication::activeModalWidget());
            if (!window || window == m_last || !window->isActiveWindow())
                return;
            m_last = window;
            ++m_count;
            act(*window);
        });
        m_timer.start(1);
    }

    int count() const { return m_count; }

private:
    QTimer m_timer;
    Window *m_last = nullptr;
    int m_count = 0;
};

inline WhenModal<QMessageBox> answering(QMessageBox::StandardButton button)
{
    return WhenModal<QMessageBox>(
        [button](QMessageBox &box) { QTest::mouseClick(box.button(button), Qt::LeftButton); });
}

/// Writes the path as the name of the file and presses Enter.
inline void enterPath(QFileDialog &dialog, const QString &path)
{
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    edit->setCompleter(nullptr); // its popup would take the Enter
    edit->setFocus(); // without, the dialog keeps to what it proposed
    edit->setText(path);
    QTest::keyClick(edit, Qt::Key_Return);
}

inline WhenModal<QFileDialog> choosing(const QString &path)
{
    return WhenModal<QFileDialog>([path](QFileDialog &dialog) { enterPath(dialog, path); });
}

inline WhenModal<QFileDialog> closingTheFileDialog()
{
    return WhenModal<QFileDialog>([](QFileDialog &dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
}

} // namespace unfold

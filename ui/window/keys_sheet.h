#pragma once
// The sheet of all keys, in as many columns as there is room for; it scrolls where the window is low. Esc, F1 and the
// button close it.
#include "ui/window/key_list.h"

#include <QDialog>

class QScrollArea;

namespace unfold {

class KeysSheet : public QDialog
{
    Q_OBJECT

public:
    KeysSheet(std::vector<KeyGroup> groups, QWidget *window);

    /// Opens the sheet of this window's keys above it; it deletes itself when it is closed.
    static void showFor(QWidget *window);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int fittingColumns() const;
    void applyShape();

    std::vector<KeyGroup> m_groups;
    QScrollArea *m_scroll;
    int m_columns = 0; ///< 0: not yet arranged
};

} // namespace unfold

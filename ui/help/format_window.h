#pragma once
// The page that describes the experiment file, as a window of its own beside the other one.
#include <QDialog>

class QTextBrowser;

namespace unfold {

class FormatWindow : public QDialog
{
    Q_OBJECT

public:
    explicit FormatWindow(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QTextBrowser *m_page;
};

} // namespace unfold

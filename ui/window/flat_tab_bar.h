#pragma once
// Tabs as plain words; the present one is underlined.
#include <QTabBar>
#include <QTabWidget>

namespace unfold {

class FlatTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int gapAfter(int index) const;
};

/// A QTabWidget with such a bar.
class FlatTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit FlatTabs(QWidget *parent = nullptr);
};

} // namespace unfold

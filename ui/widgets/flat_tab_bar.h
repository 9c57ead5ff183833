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

    /// Moves the words together, and makes them a little smaller, where they would need more than `whole` px.
    void fit(int whole);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int gapAfter(int index) const;
    int wordsWidth(double factor) const;

    double m_factor = 1; ///< of the text
    int m_gap = 16; ///< px between two words
};

/// A QTabWidget with such a bar.
class FlatTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit FlatTabs(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void tabInserted(int index) override;

private:
    FlatTabBar *m_bar;
};

} // namespace unfold

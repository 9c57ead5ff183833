#pragma once
// The panel of the recurrent weight: slider, exact entry, reset, and what theory says at this setting.
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace unfold {

class Document;
class GainSlider;
class SoftButton;

class GainPanel : public QWidget
{
    Q_OBJECT

public:
    explicit GainPanel(Document *document, QWidget *parent = nullptr);
    ~GainPanel() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildBody();
    void buildSpectrum();
    void connectPanel();
    void showGain();
    void showReading();
    void showWhetherUsable();
    void commitEntry();
    void restoreEntry();
    void fitHead();

    Document *m_document;
    QLabel *m_title;
    QWidget *m_value; ///< formula, entry and reset
    QBoxLayout *m_head;
    QLineEdit *m_entry;
    SoftButton *m_reset;
    QLabel *m_fault;
    GainSlider *m_slider;
    QWidget *m_spectrum;
    QLabel *m_radius;
    QLabel *m_sigma;
    QLabel *m_rule;
    QLabel *m_made;
};

} // namespace unfold

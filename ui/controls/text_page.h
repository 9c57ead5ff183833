#pragma once
// The text that the network reads. What is typed is asked for when typing rests, when the field is left, with
// Ctrl+Enter, or by the button; until then, and where it is refused, it stays in the field and the present experiment
// stays as it is.
#include "core/data/source.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QPlainTextEdit;

namespace unfold {

class SoftButton;

class TextPage : public QWidget
{
    Q_OBJECT

public:
    explicit TextPage(QWidget *parent = nullptr);
    ~TextPage() override;

    /// What the fields hold at this moment.
    TextSource source() const;
    /// Shows the experiment's text; what is being typed is kept unless the experiment has really got another text.
    void show(const TextSource &source);
    using QWidget::show;
    /// The experiment reads something else now: what is half typed is not asked for any more.
    void forget() { m_rest.stop(); }

signals:
    void sourceAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ask();

    QPlainTextEdit *m_text;
    QComboBox *m_unit;
    SoftButton *m_use;
    QTimer m_rest; ///< runs out when typing rests
    TextSource m_known{}; ///< the experiment's
};

} // namespace unfold

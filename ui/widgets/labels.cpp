#include "ui/widgets/labels.h"

#include "ui/style/theme.h"
#include "ui/widgets/measured_label.h"

#include <QEvent>
#include <QPalette>

namespace unfold {
namespace {

enum class Tone { Muted, Fault };

/// A label whose font and colour come from the theme, and are taken again when either changes.
class ToneLabel : public MeasuredLabel
{
public:
    ToneLabel(const QString &text, double factor, int weight, Tone tone, QWidget *parent)
        : MeasuredLabel(text, parent)
        , m_factor(factor)
        , m_weight(weight)
        , m_tone(tone)
    {
        takeTheme();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        MeasuredLabel::changeEvent(event);
        const auto type = event->type();
        if (!m_taking && (type == QEvent::PaletteChange || type == QEvent::FontChange))
            takeTheme();
    }

private:
    void takeTheme()
    {
        m_taking = true;
        const QWidget *around = parentWidget() ? parentWidget() : this;
        const Theme &theme = themeOf(around);
        QPalette p = palette();
        p.setColor(QPalette::WindowText, m_tone == Tone::Fault ? theme.loss : theme.muted);
        setPalette(p);
        setFont(textFont(m_factor, m_weight));
        m_taking = false;
    }

    double m_factor;
    int m_weight;
    Tone m_tone;
    bool m_taking = false; ///< setting the palette sends the event that asks for it
};

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    return new ToneLabel(text, 0.93, QFont::DemiBold, Tone::Muted, parent);
}

QLabel *makeSentence(const QString &text, QWidget *parent)
{
    return wrapped(new ToneLabel(text, 1.1, QFont::Normal, Tone::Muted, parent));
}

QLabel *makeCaption(const QString &text, QWidget *parent)
{
    return wrapped(new ToneLabel(text, 0.86, QFont::Normal, Tone::Muted, parent));
}

QLabel *makeFaultLine(QWidget *parent)
{
    QLabel *line = wrapped(new ToneLabel(QString(), 0.9, QFont::Medium, Tone::Fault, parent));
    line->hide();
    return line;
}

void setFault(QLabel *line, const QString &sentence)
{
    line->setText(sentence);
    line->setVisible(!sentence.isEmpty());
}

} // namespace unfold

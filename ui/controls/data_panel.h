#pragma once
// What the network reads: a text, a series, random numbers or zeros.
#include "core/experiment/experiment.h"

#include <QScrollArea>

class QComboBox;
class QLabel;

namespace unfold {

class Document;
class RedrawQuestion;
class SeedBox;
class SequencePreview;
class SeriesPage;
class TextPage;

class DataPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit DataPanel(Document *document, QWidget *parent = nullptr);
    ~DataPanel() override;

private:
    enum Kind { Text, Series, Random, Zero, Given };

    void build();
    QWidget *buildRandomPage();
    QWidget *buildZeroPage();
    void connectPanel();
    void chooseKind(Kind kind);
    void ask(Kind kind);
    void change(Kind kind);
    void answer(bool drawAnew);
    DataSource sourceOf(Kind kind) const;

    void showExperiment();
    void showSource();
    void showKind(Kind kind);
    void showPreview();
    void showWhetherUsable();

    Document *m_document;
    QComboBox *m_kind;
    TextPage *m_text;
    SeriesPage *m_series;
    QWidget *m_random;
    SeedBox *m_seed;
    QWidget *m_zero;
    QLabel *m_fault;
    RedrawQuestion *m_question;
    Kind m_asked = Given; ///< what the question is about
    QLabel *m_summary;
    SequencePreview *m_preview;
    Experiment m_shown; ///< what the panel last showed
};

} // namespace unfold

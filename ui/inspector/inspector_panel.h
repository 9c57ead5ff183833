#pragma once
// The right column: what is selected, as a formula, with its numbers, and any entry opened into the products that made
// it.
#include "ui/inspector/inspector_page.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace unfold {

class GradientCheck;
class InspectorCopy;
class InspectorExpression;
class InspectorFactors;
class InspectorFormula;
class InspectorTerms;
class InspectorTitle;

class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(Document *document, QWidget *parent = nullptr);
    ~InspectorPanel() override;

    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPanel();
    void buildFactors(QVBoxLayout *column);
    void buildEntryRow(QVBoxLayout *column);
    void buildExtra(QVBoxLayout *column);
    void buildProof(QVBoxLayout *column);
    void connectPanel();
    void refresh(); ///< the page for what is selected now
    void beginAnew(); ///< another experiment: from the top, the first entry opened
    void scrollToTop();
    void showPage();
    void orderTabs();
    void showFactors();
    void showOpened();
    void showProof();
    void showExtra();
    std::vector<OpenedLine> linesOfOpened() const;
    void showHover();
    void openEntry(int row, int column);
    void toggle(int group);
    void touchSymbol(const SymbolRef &symbol);
    void touchAgain(bool samePage);

    Document *m_document;
    InspectorPage m_page{ElementRef{}};
    Cursor m_cursor; ///< whose page it is
    bool m_stale = true; ///< while hidden nothing is laid out
    int m_row = 0; ///< the opened entry
    int m_column = 0;
    std::set<int> m_unfolded;
    SymbolRef m_touchedSymbol; ///< of the formula
    ElementRef m_told; ///< what it was when it was touched
    bool m_totalUnfolded = false;

    QWidgetList m_order; ///< of Tab
    QScrollArea *m_scroll = nullptr;
    InspectorTitle *m_title = nullptr;
    QLabel *m_note = nullptr;
    InspectorFormula *m_formula = nullptr;
    InspectorExpression *m_numbers = nullptr;
    QWidget *m_factorsPart = nullptr;
    QLabel *m_factorsTitle = nullptr;
    QLabel *m_factorsNote = nullptr;
    InspectorFactors *m_factors = nullptr;
    QWidget *m_openedPart = nullptr;
    QLabel *m_openedOf = nullptr;
    QSpinBox *m_entry = nullptr;
    QSpinBox *m_entryColumn = nullptr; ///< hidden where the result is a vector
    InspectorTerms *m_terms = nullptr;
    GradientCheck *m_check = nullptr;
    QAction *m_checkAction = nullptr;
    InspectorCopy *m_copy = nullptr;
    QWidget *m_extraPart = nullptr;
    QLabel *m_extraTitle = nullptr;
    QLabel *m_extraNote = nullptr;
    InspectorExpression *m_extra = nullptr;
    InspectorTerms *m_extraTerms = nullptr;
};

} // namespace unfold

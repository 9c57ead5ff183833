#pragma once
// Copies what the inspector shows: its arithmetic as text, and as NumPy code that gives the same number.
#include "core/inspect/calculation.h"
#include "ui/inspector/gradient_check.h"
#include "ui/inspector/inspector_page.h"

#include <QWidget>

class QAction;

namespace unfold {

/// What a page works out; nothing where it says only why there is no number yet.
std::optional<Calculation> calculationOf(const InspectedRun &run, const InspectorPage &page);

/// The gradient that an opened entry of a page is; nothing on pages of values.
std::optional<CheckedGradient> gradientOf(const InspectedRun &run, const InspectorPage &page, int row, int column);

/// Two buttons, and their actions for a context menu and for keys. These work in the whole window, since a click on an
/// entry leaves the focus where it is; a field that has text of its own selected copies that.
class InspectorCopy : public QWidget
{
    Q_OBJECT

public:
    InspectorCopy(const Document *document, QWidget *parent);

    /// The page of the document's present result, and its opened entry.
    void setPage(const InspectorPage &page, int row, int column);
    /// The page is one of an earlier result by now: nothing is copied until there is another.
    void leavePage();
    QList<QAction *> actions() const { return {m_text, m_numpy}; }
    QWidgetList buttons() const { return m_buttons; }
    /// While the keys are in this part, the loss of the page is what is copied.
    void setLossPart(const QWidget *part) { m_lossPart = part; }

private:
    struct Way {
        QString name; ///< "Copy as NumPy"
        QString brief; ///< on the button, behind "Copy as"
        QString toolTip;
        QString done; ///< said when it has been done
        QKeySequence key;
        const char *objectName;
    };
    QAction *addWay(const Way &way, void (InspectorCopy::*copy)() const);
    const Calculation &asked() const;
    void copyText() const;
    void copyNumpy() const;

    const Document *m_document;
    QAction *m_text;
    QAction *m_numpy;
    QWidgetList m_buttons;
    const QWidget *m_lossPart = nullptr;
    std::optional<Calculation> m_calculation;
    std::optional<Calculation> m_loss;
    int m_row = 0;
    int m_column = 0;
};

} // namespace unfold

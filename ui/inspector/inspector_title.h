#pragma once
// The head of the inspector: what is shown, and the pin that keeps its step while the time moves. Escape releases the
// pin, or the selection where nothing is pinned; a part of the window that wants the key itself comes first.
#include "ui/inspector/inspector_page.h"

#include <QWidget>

class QAction;
class QLabel;

namespace unfold {

class SoftButton;

class InspectorTitle : public QWidget
{
    Q_OBJECT

public:
    InspectorTitle(Document *document, QWidget *parent);

    /// The page of the document's present cursor.
    void showPage(const InspectorPage &page);
    QAction *pinAction() const { return m_pin; }
    QWidget *pinButton() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildPin();
    void setPinned(bool pinned);
    QString pinTip() const;
    bool canRelease() const;

    Document *m_document;
    QAction *m_pin;
    SoftButton *m_button;
    QLabel *m_title;
    QLabel *m_where; ///< shown while the cursor is at another step than the pin
    ElementRef m_element; ///< of the page
};

} // namespace unfold

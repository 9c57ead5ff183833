#pragma once
// The pills of the gradient plot that fit its axis, hold its curve, and let held curves go again.
#include <QObject>
#include <QPointF>

class QMenu;

namespace unfold {

class Document;
class PillButton;
class SectionHeader;

/// fits the axis of `document` to its present curve; checked while it does. For the header of any view on that axis.
PillButton *addFitToggle(SectionHeader *header, Document *document);

class HoldControls : public QObject
{
    Q_OBJECT

public:
    /// header and document outlive it.
    HoldControls(SectionHeader *header, Document *document, QObject *parent);

    PillButton *holdButton() const { return m_hold; }
    /// "2 held": opens the list of what is held. Shown while something is.
    PillButton *heldButton() const { return m_held; }
    QMenu *heldMenu() const { return m_menu; }

private:
    void refresh();
    void fillMenu();

    Document *m_document;
    SectionHeader *m_header;
    PillButton *m_hold;
    PillButton *m_held;
    QMenu *m_menu;
};

} // namespace unfold

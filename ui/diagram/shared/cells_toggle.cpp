#include "ui/diagram/shared/cells_toggle.h"

#include "ui/diagram/shared/hand_drawing.h"
#include "ui/document/document.h"
#include "ui/widgets/section_header.h"

#include <QCoreApplication>

namespace unfold {

QWidget *addCellsToggle(SectionHeader *header, Document *document)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CellsToggle", text); };
    PillButton *toggle = header->addToggle(tr("gates"),
        tr("<p>A gated cell is drawn as one block with what crosses its border, or opened: its gates, and the value "
           "that is carried through it as a line. In both drawings; steps stay where they are. Ctrl+G</p>"));
    toggle->setObjectName(QStringLiteral("cells"));
    toggle->setAccessibleName(tr("Show the gates of the cell"));
    toggle->setCheckable(true);
    const auto refresh = [toggle, document] {
        toggle->setVisible(canClose(document->result()->circuit()));
        toggle->setChecked(document->cellsOpened());
    };
    QObject::connect(toggle, &PillButton::clicked, document, &Document::openCells);
    QObject::connect(document, &Document::resultChanged, toggle, refresh);
    QObject::connect(document, &Document::cellsOpenedChanged, toggle, refresh);
    refresh();
    return toggle;
}

} // namespace unfold

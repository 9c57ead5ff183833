#pragma once
// States and gradients of both twins in the stack, one above the other: there while both are shown side by side, in
// place of the unrolled graph.
#include "ui/document/document.h"

#include <QSplitter>

namespace unfold {

class GradientView;
class HeatMapView;
class GradientViewSwitcher;

class TwinSections : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QSplitter *stack;
        QWidget *graph;
        HeatMapView *states;
        GradientViewSwitcher *lower;
        GradientView *gradient; ///< one of `lower`
    };
    /// document and parts outlive it.
    TwinSections(Document *document, const Parts &parts, QObject *parent);

    /// Of the twin; null while it does not stand beside.
    HeatMapView *states() const { return m_states; }
    GradientView *gradient() const { return m_gradient; }

signals:
    void changed(); ///< which sections there are

private:
    void refresh();
    void show();
    void hide();
    void nameBoth();

    Document *m_document;
    Parts m_parts;
    HeatMapView *m_states = nullptr;
    GradientView *m_gradient = nullptr;
};

} // namespace unfold

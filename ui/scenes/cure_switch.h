#pragma once
// The two-way switch of a cure: Before | After. It is there while the present experiment is one of a cure, by its
// title. After the cure the curve of the network before it stays behind in the plot as a reference.
#include "core/file/cure.h"
#include "core/run/compute.h"

#include <QWidget>

class QAction;

namespace unfold {

class Document;
class SoftButton;

class CureSwitch : public QWidget
{
    Q_OBJECT

public:
    /// cures: looked for the present experiment.
    CureSwitch(Document *document, std::vector<Cure> cures, QWidget *parent = nullptr);

    /// nullptr: the present experiment belongs to no cure.
    const Cure *cure() const { return m_cure; }
    /// From the one version to the other; enabled while there is a cure.
    QAction *action() const { return m_action; }

public slots:
    /// Shows a version, as one step that can be undone.
    void turnTo(bool after);

signals:
    void cureChanged();

private:
    void build();
    SoftButton *addButton(const char *name, const QString &text, bool after);
    void follow();
    void leaveReferenceCurve();

    Document *m_document;
    std::vector<Cure> m_cures;
    const Cure *m_cure = nullptr; ///< one of m_cures
    bool m_after = false;
    std::shared_ptr<const Prepared> m_prepared; ///< of the version before; null until its reference is wanted
    SoftButton *m_beforeButton = nullptr;
    SoftButton *m_afterButton = nullptr;
    QAction *m_action = nullptr;
};

} // namespace unfold

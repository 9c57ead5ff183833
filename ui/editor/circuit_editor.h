#pragma once
// The circuit while it is edited: what is selected, the changes that are asked for, and the one attempt that cannot be
// ordered in time. That attempt is shown and can be mended, while the document keeps the last circuit that runs.
#include "core/circuit/loop_error.h"
#include "core/experiment/experiment.h"
#include "ui/diagram/folded/folded_layout.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace unfold {

class Document;

/// What the editor has in hand: a node, or one term of a node.
struct EditSelection {
    int node = -1; ///< −1: nothing
    int term = -1; ///< −1: the node itself
    bool operator==(const EditSelection &) const = default;
};

class CircuitEditor : public QObject
{
    Q_OBJECT

public:
    /// document: outlives the editor.
    explicit CircuitEditor(Document *document, QObject *parent = nullptr);

    bool isActive() const { return m_active; }
    /// What is shown: the attempt, else the document's circuit.
    const Circuit &circuit() const;
    const Document &document() const { return *m_document; }
    /// Where the loss is taken in that circuit.
    std::optional<LossPlace> lossPlace() const;

    bool hasAttempt() const { return m_attempt.has_value(); }
    /// What the attempt wanted: "connect o to h"; empty without one.
    QString attemptName() const;
    /// The arrows of the loop that the attempt fails by.
    std::vector<LoopArrow> loop() const;
    /// Why the last change was refused; empty: it was not.
    const QString &fault() const { return m_fault; }

    EditSelection selection() const { return m_selection; }
    const Node *selectedNode() const; ///< also of a selected term
    const Term *selectedTerm() const;

    // Each asks for one change, and says in `fault` why it was refused.
    using Edit = std::function<Circuit(const Circuit &)>;
    /// what: its name in the undo list. mergeId: as of Document::change.
    bool change(const Edit &edit, const QString &what, int mergeId = -1);
    bool addNode(Role role);
    bool addTerm(int node, int source);
    /// The selected node or term.
    bool removeSelected();
    bool renameNode(int node, const QString &name);
    /// Of one term: renamed where nothing else uses it and the name is new, else shared or split off.
    bool setParameter(int node, int term, const QString &name);
    bool setBias(int node, const QString &name);

public slots:
    /// Leaving drops the attempt.
    void setActive(bool active);
    void select(unfold::EditSelection selection);
    void dropAttempt();

signals:
    void activeChanged(bool active);
    void changed(); ///< circuit, attempt, fault or selection

private:
    /// base: the last circuit that runs, with names as in the attempt.
    struct Attempt {
        Experiment base;
        Circuit circuit;
        QString what;
        std::vector<LoopArrow> loop;
    };

    const Experiment &base() const;
    bool take(const Experiment &base, const Circuit &circuit, const QString &what, int mergeId);
    bool ask(const Experiment &next, const QString &what, int mergeId);
    bool refuse(const QString &fault);
    void keepWatching(const std::string &node);
    bool tried(const std::function<bool()> &act);
    bool renameParameter(const std::string &from, const std::string &to, const QString &what);
    /// given, taken: what the change is called where a name is given and where it is taken away. with: sets the name.
    bool nameParameter(const std::string &from, const QString &name, const QString &given, const QString &taken,
        const std::function<Circuit(const Circuit &, const std::string &)> &with);
    void followDocument();
    void keepSelection();

    Document *m_document;
    bool m_active = false;
    Circuit m_circuit; ///< of the document
    std::optional<Attempt> m_attempt;
    EditSelection m_selection;
    std::string m_selectedName; ///< the selected node keeps the hand, wherever it stands in the list
    QString m_fault;
    bool m_asking = false;
};

} // namespace unfold

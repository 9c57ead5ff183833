#pragma once
// The experiment that the document's one is compared with: what it is, what it computes, and that it is looked at
// alike.
//
// It is computed by a document of its own, so that every view can show it. Cursor, window, pass, loss and notation are
// those of the first. Whatever changes it is one undoable change of the first document.
#include "core/experiment/twins.h"

#include <QObject>

#include <memory>

namespace unfold {

class Document;
struct Result;

class Twin : public QObject
{
    Q_OBJECT

public:
    /// first: the document that owns it.
    explicit Twin(Document *first);

    /// Empty: there is no twin.
    const std::optional<TwinExperiment> &setup() const { return m_setup; }
    /// Null without a twin. Its undo stack is not for use.
    Document *document() const { return m_document; }
    /// Null without a twin, and while it cannot follow the first; may lag behind, as that of any document.
    std::shared_ptr<const Result> result() const;
    /// Why there is a twin but no result, as a sentence; empty where there is no reason.
    QString fault() const;
    /// How each is told from the other: "LSTM", "gain 0.9"; where they do not differ: "first" and "copy".
    QString nameOfFirst() const;
    QString name() const;

    /// Whether both are shown side by side, each with its own states and norms; otherwise the twin's norm is overlaid
    /// on that of the first.
    bool beside() const { return m_beside && m_document; }

    /// What the twin would become with this experiment as the first.
    std::optional<TwinExperiment> following(const Experiment &first) const;
    std::optional<TwinExperiment> followingGain(const Experiment &first) const;

    // Each is an undoable change; what is impossible the first document refuses.
    void start(TwinPreset preset);
    void startCopy(); ///< the same as the first, all links closed
    void setLinked(Link link, bool linked);
    void swap(); ///< the twin becomes the first, which the controls edit
    void remove();

public slots:
    void showBeside(bool beside);

signals:
    // While the first document takes a change over, both wait until it has shown its own result.
    void changed(); ///< setup
    /// result(), or which of the two is called what. Left out where Document::resultChanged has just been told of the
    /// same change: who shows both hears both signals, and works once.
    void resultChanged();
    void besideChanged();

private:
    friend class Document;

    /// The first document calls this when its experiment changes, and tellAdopted() when it has computed or begun to.
    void adopt(const std::optional<TwinExperiment> &setup);
    void tellAdopted();
    void show(const Experiment &experiment);
    void create(const Experiment &experiment);
    void retire(Document *document);
    void lookAlike();
    void followCursor();
    void tellResult();

    Document *m_first;
    std::optional<TwinExperiment> m_setup;
    Document *m_document = nullptr; ///< a child
    QString m_refusal; ///< what m_document said to the present experiment
    bool m_beside = false;
    bool m_adopted = false; ///< and not told yet
    bool m_firstTold = false; ///< the first document's result came after that
};

/// "RNN and LSTM"
QString titleOf(TwinPreset preset);

} // namespace unfold

#pragma once
// Prepared experiments: the list that ships in the resources, the button that opens them, and the card that says what
// to try.
#include "core/experiment/twins.h"
#include "ui/scenes/lesson_card.h"
#include "ui/widgets/soft_button.h"

#include <QStringList>

#include <vector>

class QMenu;

namespace unfold {

class Document;

struct Scene {
    QString file;
    QString title;
    Experiment experiment;
    std::optional<TwinExperiment> twin = {}; ///< what the scene compares it with
};

struct SceneList {
    std::vector<Scene> scenes; ///< by file name
    QStringList faults; ///< "05-broken.unfold: …", one for each file that cannot be read
};

/// Reads every *.unfold of a folder, by default that of the resources. A broken file is a fault of the list, no more.
SceneList readScenes(const QString &folder = QStringLiteral(":/scenes"));

/// What Unfold starts with: the first scene, or a small RNN where there is none.
Experiment defaultScene();

/// A button with the title of the present experiment; its menu offers the scenes.
class ScenesMenu : public SoftButton
{
    Q_OBJECT

public:
    explicit ScenesMenu(Document *document, QWidget *parent = nullptr);
    /// cures: another folder, whose networks stand in a section of their own; empty: none.
    ScenesMenu(Document *document, const QString &folder, const QString &cures = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

signals:
    /// Whoever keeps the open file decides what becomes of it.
    void chosen(const unfold::Experiment &scene, const std::optional<unfold::TwinExperiment> &twin);

private:
    void fill();
    void addScene(const Scene &scene, bool present);
    void addFault(const QString &fault);
    void showTitle();
    void takeRoom();

    Document *m_document;
    QString m_folder;
    QString m_cures;
    QMenu *m_menu;
};

} // namespace unfold

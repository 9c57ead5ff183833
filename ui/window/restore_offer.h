#pragma once
// Offers what an Unfold that did not end by itself left behind: one work after the other, the newest first. What is
// neither restored nor discarded is kept and offered again at the next start.
#include "ui/document/autosave.h"

namespace unfold {

class FileActions;
class MessageBar;

class RestoreOffer : public QObject
{
    Q_OBJECT

public:
    /// autosave: takes over what is restored. All outlive it.
    RestoreOffer(
        AbandonedList found, Autosave *autosave, FileActions *files, MessageBar *bar, QObject *parent = nullptr);

private:
    void offerNext();
    void restore();
    void discard();

    std::vector<AbandonedWork> m_works;
    Autosave *m_autosave;
    FileActions *m_files;
    MessageBar *m_bar;
};

} // namespace unfold

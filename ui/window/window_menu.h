#pragma once
// The window's menu, put together: files, figures, undo, view, help.
#include <QObject>

class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class CurveActions;
class Document;
class EditorActions;
class FigureActions;
class FileActions;
class HelpActions;
class LessonActions;
class TwinActions;
class ViewActions;

class WindowMenu : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, so that their keys work in all of it. document, settings and window
    /// outlive the menu.
    WindowMenu(Document *document, QSettings *settings, QWidget *window);

    QMenu *menu() const { return m_menu; } ///< owned by the window
    FileActions *files() const { return m_files; }
    FigureActions *figures() const { return m_figures; }
    TwinActions *twin() const { return m_twin; }
    CurveActions *curves() const { return m_curves; }
    ViewActions *view() const { return m_view; }
    LessonActions *lessons() const { return m_lessons; }
    EditorActions *editing() const { return m_editing; }
    HelpActions *help() const { return m_help; }

private:
    QMenu *m_menu;
    FileActions *m_files;
    FigureActions *m_figures;
    EditorActions *m_editing;
    TwinActions *m_twin;
    CurveActions *m_curves;
    ViewActions *m_view;
    LessonActions *m_lessons;
    HelpActions *m_help;
};

} // namespace unfold

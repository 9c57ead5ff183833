#pragma once
// The menu's view entries: side columns, notation, theme, size of text, projector, whole sequence.
#include <QObject>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class Document;
class GradientViewSwitcher;
class TextZoom;
class ThemeSwitch;

class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`, and applies the theme and the size of text of the last time. document, settings and
    /// window outlive it.
    ViewActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window);

    /// Adds the list of these views.
    void offer(GradientViewSwitcher *views);
    /// What changes the columns alone can be chosen while they are shown alone.
    void setColumnsShown(bool shown);

    QAction *inspectorAction() const { return m_inspector; } ///< checkable
    QAction *settingsAction() const { return m_settings; } ///< checkable
    QAction *projectorAction() const { return m_projector; } ///< checkable; who owns the views does what it says
    QAction *unfoldAction() const { return m_unfold; } ///< checkable, as the projector's
    ThemeSwitch *theme() const { return m_theme; }
    TextZoom *text() const { return m_text; }

private:
    void addColumns(QMenu *menu, QWidget *window);
    void addProjector(QMenu *menu, QWidget *window);
    void addUnfolding(QMenu *menu, QWidget *window);
    void addThemes(QMenu *menu, QWidget *window);
    void addTextSizes(QMenu *menu, QWidget *window);
    void addCells(Document *document, QMenu *menu, QWidget *window);

    QMenu *m_menu;
    QWidget *m_window;
    ThemeSwitch *m_theme;
    TextZoom *m_text;
    QAction *m_inspector = nullptr;
    QAction *m_settings = nullptr;
    QAction *m_projector = nullptr;
    QAction *m_unfold = nullptr;
    QAction *m_whole = nullptr;
    QAction *m_nextView = nullptr;
};

} // namespace unfold

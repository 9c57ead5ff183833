#pragma once
// The menu's help entries: what is this, the glossary, the tour, the experiment file, about.
#include <QObject>

#include <memory>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class Document;
class ExplainMode;
class FormatWindow;
class Glossary;
class GlossaryWindow;
class Spotlight;
class Tour;

class HelpActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    HelpActions(const Document *document, QMenu *menu, QWidget *window);
    ~HelpActions() override;

    /// The same as the menu's entry "What is this?", as a button for the top bar.
    QWidget *makeExplainButton();
    /// At the first start: the tour. It is remembered in `settings` that it was shown.
    void greet(QSettings &settings);

    ExplainMode *explainMode();
    GlossaryWindow *glossaryWindow();
    Tour *tour();

private:
    void addEntries(QMenu *menu);
    const Glossary *glossary(); ///< read when first asked for
    void openGlossary(const QString &id);
    void openFormat();
    void showPlace(const QString &place);
    void about();

    const Document *m_document;
    QWidget *m_window;
    QAction *m_explain = nullptr;
    std::unique_ptr<Glossary> m_glossary;
    ExplainMode *m_mode = nullptr; ///< each made when first asked for
    GlossaryWindow *m_glossaryWindow = nullptr;
    FormatWindow *m_formatWindow = nullptr;
    Tour *m_tour = nullptr;
    Spotlight *m_spotlight = nullptr;
};

} // namespace unfold

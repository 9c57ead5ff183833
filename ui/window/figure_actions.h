#pragma once
// The menu's entries that take something out of Unfold: a figure as a file, a picture on the clipboard, the numbers.
#include "ui/export/figure_request.h"
#include "ui/export/write_figure.h"

#include <QObject>
#include <QSize>

#include <memory>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class Document;
class PreparedFigure;

class FigureActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document, settings (what was asked for the last time) and window outlive it.
    FigureActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window);

    /// The same entries behind a button for the top bar.
    QWidget *makeExportButton();

signals:
    void asking(); ///< for a figure of the present step
    void failed(const QString &sentence);
    void done(const QString &sentence); ///< what cannot be seen: where the file is, what the clipboard has

private:
    void addEntries(QMenu *menu);
    void exportFigure();
    void exportNumbers();
    void copyPicture();
    std::unique_ptr<PreparedFigure> prepared(const FigureRequest &request) const;
    FigureRequest asSeen(FigureView view) const;
    FigureView viewAtHand() const;
    QSize sizeOnScreen(FigureView view) const;
    QString askForPath(const QString &title, const QString &name, const QString &ending, const QString &kind);
    void put(const QImage &picture, const QByteArray &svg, FigureView view);
    void write(const QString &path, const Packing &pack);

    Document *m_document;
    QSettings *m_settings;
    QWidget *m_window;
    QList<QAction *> m_actions;
};

} // namespace unfold

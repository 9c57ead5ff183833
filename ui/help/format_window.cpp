#include "ui/help/format_window.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace unfold {
namespace {

constexpr QSize pageSize(860, 640);

} // namespace

FormatWindow::FormatWindow(QWidget *parent)
    : QDialog(parent)
    , m_page(new QTextBrowser(this))
{
    setWindowTitle(tr("The experiment file — Unfold"));
    m_page->setObjectName(QStringLiteral("experimentFormat"));
    m_page->setAccessibleName(tr("The experiment file"));
    m_page->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    column->addWidget(m_page);
    fill();
    resize(pageSize);
}

void FormatWindow::fill()
{
    QFile file(QStringLiteral(":/help/experiment-format.md"));
    if (file.open(QIODevice::ReadOnly))
        m_page->setMarkdown(QString::fromUtf8(file.readAll()));
}

/// The sizes and colours of a text are fixed when it is set.
void FormatWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace unfold

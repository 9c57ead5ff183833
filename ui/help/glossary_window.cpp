#include "ui/help/glossary_window.h"

#include "ui/help/glossary.h"
#include "ui/help/term_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace unfold {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr QSize preferred(720, 500);
constexpr int listEms = 17;

/// A list has no scripts: "σ_max", "ρ^(T−t)", as one types them.
QString typed(const QString &title)
{
    static const QRegularExpression below(QStringLiteral("_\\{([^}]*)\\}"));
    static const QRegularExpression letterAbove(QStringLiteral("\\^\\{(.)\\}"));
    static const QRegularExpression above(QStringLiteral("\\^\\{([^}]*)\\}"));
    return QString(title)
        .replace(below, QStringLiteral("_\\1"))
        .replace(letterAbove, QStringLiteral("^\\1"))
        .replace(above, QStringLiteral("^(\\1)"));
}

} // namespace

GlossaryWindow::GlossaryWindow(const Glossary *glossary, QWidget *parent)
    : QDialog(parent)
    , m_glossary(glossary)
{
    setWindowTitle(tr("Glossary — Unfold"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryWindow::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, &GlossaryWindow::showCurrent);
    connect(m_view, &TermView::termAsked, this, &GlossaryWindow::select);
    connect(m_view, &TermView::placeAsked, this, &GlossaryWindow::placeAsked);
    fillList();
    resize(preferred);
}

void GlossaryWindow::build()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("glossarySearch"));
    m_search->setPlaceholderText(tr("Search a word or a symbol"));
    m_search->setAccessibleName(tr("Search the glossary"));
    m_search->setToolTip(tr("<p>Terms whose name or explanation has this word. Up and Down go through them.</p>"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("glossaryTerms"));
    m_list->setAccessibleName(tr("Terms"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_nothing = makeCaption(tr("No term has this word. Try another, or a part of it."), this);
    m_view = new TermView(m_glossary);
    m_view->layout()->setContentsMargins(Metrics::padding, Metrics::gap, Metrics::padding, Metrics::gap);
    m_view->layout()->setAlignment(Qt::AlignTop);
    m_page = new QScrollArea(this);
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setWidget(m_view);
    m_page->setFocusPolicy(Qt::TabFocus);
    m_page->setAccessibleName(tr("The explanation"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    grid->setSpacing(Metrics::gap / 2);
    grid->addWidget(m_search, 0, 0);
    grid->addWidget(m_nothing, 1, 0);
    grid->addWidget(m_list, 2, 0);
    grid->addWidget(m_page, 0, 1, 3, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    fitList();
}

void GlossaryWindow::fitList()
{
    const int width = std::min(listEms * textFont().pixelSize(), preferred.width() * 2 / 5);
    m_list->setFixedWidth(width);
    m_search->setFixedWidth(width);
    m_nothing->setFixedWidth(width);
}

void GlossaryWindow::openAt(const QString &id)
{
    if (!id.isEmpty())
        select(id);
    show();
    activateWindow();
    m_search->setFocus();
    m_search->selectAll();
}

void GlossaryWindow::fillList()
{
    const QString before = m_view->term();
    m_list->clear();
    for (const GlossaryEntry *entry : m_glossary->search(m_search->text())) {
        auto *item = new QListWidgetItem(typed(entry->title), m_list);
        item->setData(idRole, entry->id);
        item->setToolTip(item->text());
        if (m_search->text().isEmpty() && entry->id == before)
            m_list->setCurrentItem(item);
    }
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0); // a search goes to the closest
}

void GlossaryWindow::select(const QString &id)
{
    const auto row = [&] {
        for (int i = 0; i < m_list->count(); ++i)
            if (m_list->item(i)->data(idRole).toString() == id)
                return i;
        return -1;
    };
    if (row() < 0)
        m_search->clear(); // the list has all of them again
    m_list->setCurrentRow(row());
    m_list->scrollToItem(m_list->currentItem());
}

void GlossaryWindow::showCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem()) {
        m_view->showTerm(item->data(idRole).toString());
        m_page->verticalScrollBar()->setValue(0);
    }
}

/// From the search the list is walked without leaving it.
bool GlossaryWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int move = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (move != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + move, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void GlossaryWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_list)
        fitList();
}

} // namespace unfold

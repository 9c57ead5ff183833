#include "ui/window/keys_sheet.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace unfold {
namespace {

constexpr int mostColumns = 3;
constexpr int columnEms = 24; ///< the least width of a column, in text heights
constexpr int columnGap = 32;

/// A key as it looks on the keyboard.
class KeyCap final : public QLabel
{
public:
    KeyCap(const QString &text, QWidget *parent)
        : QLabel(text, parent)
    {
        setFont(textFont(0.86, QFont::Medium));
        setContentsMargins(6, 1, 6, 2);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeOf(this).notComputed, 1));
        painter.setBrush(themeOf(this).window);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        QLabel::paintEvent(event);
    }
};

QWidget *capsOf(const KeyLine &line, QWidget *parent)
{
    auto *caps = new QWidget(parent);
    auto *row = new QHBoxLayout(caps);
    row->setContentsMargins({});
    row->setSpacing(4);
    for (const QString &keys : line.keys)
        for (const QString &key : keys.split(u' '))
            row->addWidget(new KeyCap(key, caps));
    return caps;
}

QWidget *groupOf(const KeyGroup &group, QWidget *parent)
{
    auto *whole = new QWidget(parent);
    auto *grid = new QGridLayout(whole);
    grid->setContentsMargins(0, 0, 0, Metrics::padding);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    grid->addWidget(makeHeading(group.title, whole), 0, 0, 1, 2);
    for (const KeyLine &line : group.lines) {
        auto *what = new QLabel(line.what, whole);
        what->setWordWrap(true);
        what->setAccessibleName(line.what + QStringLiteral(": ") + line.keys.join(QStringLiteral(", ")));
        const int row = grid->rowCount();
        grid->addWidget(what, row, 0);
        grid->addWidget(capsOf(line, whole), row, 1, Qt::AlignRight | Qt::AlignVCenter);
    }
    return whole;
}

} // namespace

KeysSheet::KeysSheet(std::vector<KeyGroup> groups, QWidget *window)
    : QDialog(window)
    , m_groups(std::move(groups))
    , m_scroll(new QScrollArea(this))
{
    setWindowTitle(tr("Keys"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Keys"));
    auto *close = new SoftButton(this);
    close->setText(tr("Close"));
    close->setToolTip(tr("<p>Closes this sheet. Keys: Esc, F1.</p>"));
    close->setAccessibleName(tr("Close"));
    connect(close, &SoftButton::clicked, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::padding, Metrics::padding, Metrics::padding, Metrics::gap);
    column->addWidget(m_scroll, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    m_scroll->setFocus();
}

void KeysSheet::showFor(QWidget *window)
{
    auto *sheet = new KeysSheet(keysOf(window), window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    const int em = textFont().pixelSize();
    const QSize wanted(mostColumns * (columnEms + 3) * em, 48 * em);
    sheet->resize(wanted.boundedTo(window->size() - QSize(4, 4) * em));
    sheet->open();
}

int KeysSheet::fittingColumns() const
{
    return std::clamp(width() / (columnEms * textFont().pixelSize()), 1, mostColumns);
}

/// The groups in their order, each column about as long as the others.
void KeysSheet::applyShape()
{
    m_columns = fittingColumns();
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, Metrics::gap, 0);
    row->setSpacing(columnGap);
    std::vector<QVBoxLayout *> columns;
    for (int i = 0; i < m_columns; ++i) {
        columns.push_back(new QVBoxLayout);
        row->addLayout(columns.back(), 1);
    }
    size_t all = 0;
    for (const KeyGroup &group : m_groups)
        all += group.lines.size() + 2;
    size_t before = 0;
    for (const KeyGroup &group : m_groups) {
        const size_t middle = before + (group.lines.size() + 2) / 2;
        columns[std::min(middle * columns.size() / all, columns.size() - 1)]->addWidget(groupOf(group, page));
        before += group.lines.size() + 2;
    }
    for (QVBoxLayout *column : columns)
        column->addStretch(1);
    m_scroll->setWidget(page);
}

void KeysSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1)
        close();
    else
        QDialog::keyPressEvent(event);
}

void KeysSheet::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (fittingColumns() != m_columns)
        applyShape();
}

void KeysSheet::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns > 0)
        applyShape();
}

} // namespace unfold

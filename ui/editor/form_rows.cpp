#include "ui/editor/form_rows.h"

#include "ui/widgets/wheel_guard.h"

#include <QFormLayout>
#include <QLabel>

namespace unfold {

QFormLayout *makeFormRows(QWidget *form)
{
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(10);
    rows->setVerticalSpacing(5);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return rows;
}

void addTaughtRow(QFormLayout *rows, const QString &label, QWidget *field, const char *name, const QString &teaching)
{
    field->setObjectName(QLatin1String(name));
    QString plain = label;
    field->setAccessibleName(plain.remove(u'&'));
    field->setToolTip(QStringLiteral("<p>%1</p>").arg(teaching));
    keepWheelForScrolling(field);
    auto *buddy = new QLabel(label, rows->parentWidget());
    buddy->setBuddy(field);
    buddy->setToolTip(field->toolTip());
    rows->addRow(buddy, field);
}

} // namespace unfold

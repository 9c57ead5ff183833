#include "ui/widgets/explain_by.h"

#include <QWidget>

namespace unfold {

void explainBy(QWidget *widget, const char *terms)
{
    widget->setProperty(termProperty, QString::fromLatin1(terms));
}

} // namespace unfold

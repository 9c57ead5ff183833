#pragma once
// Tooltips teach, so they are what a screen reader says of a control that is not described otherwise; Qt by itself
// would have it read their markup aloud.
#include <QObject>

namespace unfold {

class ScreenReaderToolTips : public QObject
{
    Q_OBJECT

public:
    /// From now on every widget whose tooltip is set is described by its plain text.
    explicit ScreenReaderToolTips(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace unfold

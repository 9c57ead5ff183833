#pragma once
// A pill that says whether something is linked: a closed chain, or one whose links have come apart.
#include "ui/widgets/section_header.h"

namespace unfold {

class LinkButton : public PillButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    void say();
    QRectF chain() const;

    QString m_name;
};

} // namespace unfold

#pragma once
// A section of the stack that shows norms as colours: its title, the map, and a message where there is nothing to show.
#include "ui/timeline/map/norm_map.h"

#include <QWidget>

class QLabel;
class QMouseEvent;

namespace unfold {

class SectionHeader;

class NormSection : public QWidget
{
    Q_OBJECT

public:
    explicit NormSection(const QString &title, QWidget *parent = nullptr);

    SectionHeader *header() const { return m_header; }
    NormMap *map() const { return m_map; }
    /// What stands in the map's place; empty: the map is there.
    QString message() const;

protected:
    void say(const QString &message);
    /// The cell of the map under the mouse.
    std::optional<NormMap::Place> placeUnder(const QMouseEvent &event) const;
    void resizeEvent(QResizeEvent *event) override;

private:
    SectionHeader *m_header;
    NormMap *m_map;
    QLabel *m_message;
};

} // namespace unfold

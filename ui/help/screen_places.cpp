#include "ui/help/screen_places.h"

#include "ui/diagram/folded_view.h"
#include "ui/diagram/unrolled_view.h"
#include "ui/math/equations_view.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/gain_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/scenes.h"
#include "ui/panels/settings_panel.h"
#include "ui/panels/transport_bar.h"
#include "ui/plots/gradient_view.h"
#include "ui/plots/heat_map_view.h"
#include "ui/plots/reading_sentence.h"
#include "ui/plots/time_axis_bar.h"

#include <QTabBar>
#include <QTabWidget>

#include <map>

namespace unfold {
namespace {

constexpr int around = 5; ///< px of free room inside the outline

template <typename Widget> const QWidget *first(const QWidget &window)
{
    return window.findChild<Widget *>();
}

using Find = const QWidget *(*)(const QWidget &);

const std::map<QString, Find> &finders()
{
    static const std::map<QString, Find> all{
        {QStringLiteral("circuit"), first<FoldedView>},
        {QStringLiteral("gain"), first<GainPanel>},
        {QStringLiteral("equations"), first<EquationsView>},
        {QStringLiteral("network"), first<SettingsPanel>},
        {QStringLiteral("data"), first<DataPanel>},
        {QStringLiteral("graph"), first<UnrolledView>},
        {QStringLiteral("heatmap"), first<HeatMapView>},
        {QStringLiteral("plot"), first<GradientView>},
        {QStringLiteral("axis"), first<TimeAxisBar>},
        {QStringLiteral("sentence"), first<ReadingSentence>},
        {QStringLiteral("inspector"), first<InspectorPanel>},
        {QStringLiteral("transport"), first<TransportBar>},
        {QStringLiteral("scenes"), first<ScenesMenu>},
    };
    return all;
}

/// Cut to what its ancestors show of it.
QRect visiblePart(const QWidget &widget, const QWidget &window)
{
    QRect part(widget.mapTo(&window, QPoint()), widget.size());
    for (const QWidget *w = widget.parentWidget(); w && w != &window; w = w->parentWidget())
        part &= QRect(w->mapTo(&window, QPoint()), w->size());
    return part;
}

QRect tabOf(const QWidget &page, const QWidget &window)
{
    for (const QWidget *w = page.parentWidget(); w && w != &window; w = w->parentWidget())
        if (const auto *tabs = qobject_cast<const QTabWidget *>(w); tabs && tabs->isVisible()) {
            const QTabBar *bar = tabs->tabBar();
            const QRect tab = bar->tabRect(tabs->indexOf(&page));
            return tab.translated(bar->mapTo(&window, QPoint()));
        }
    return {};
}

} // namespace

const QStringList &screenPlaces()
{
    static const QStringList names = [] {
        QStringList list;
        for (const auto &[name, find] : finders())
            list << name;
        return list;
    }();
    return names;
}

QRect placeOf(const QWidget &window, const QString &name)
{
    const auto find = finders().find(name);
    const QWidget *widget = find == finders().end() ? nullptr : find->second(window);
    if (!widget)
        return {};
    const QRect place = widget->isVisible() ? visiblePart(*widget, window) : tabOf(*widget, window);
    return place.isEmpty() ? QRect() : place.adjusted(-around, -around, around, around) & window.rect();
}

} // namespace unfold

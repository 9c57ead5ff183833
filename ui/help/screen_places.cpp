#include "ui/help/screen_places.h"

#include "ui/controls/data_panel.h"
#include "ui/controls/gain_panel.h"
#include "ui/controls/settings_panel.h"
#include "ui/controls/transport_bar.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/formula/equations_view.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/scenes/scenes.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_axis_bar.h"

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
        {QStringLiteral("sentence"), first<GradientSentence>},
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

#pragma once
// The size of all text: the application's font, of which every other size is a factor. Lines, nodes and columns follow
// it.
#include <QEvent>
#include <QObject>

class QSettings;

namespace unfold {

constexpr int defaultTextPixels = 14;
constexpr int smallestText = 10; ///< px
constexpr int largestText = 28; ///< px, before a projector's factor

/// Gives the application's font this size in pixels, and tells every widget.
void setTextPixels(int pixels);
/// What every window is sent once all its widgets have been told: whoever lays out sooner does it twice.
QEvent::Type textResized();

/// The size that the user chose, which is remembered, and a factor on top of it while the window is projected.
class TextZoom : public QObject
{
    Q_OBJECT

public:
    /// Applies the remembered size, if there is one. settings (key "view/textPixels") outlives the zoom.
    explicit TextZoom(QSettings *settings, QObject *parent = nullptr);

    int pixels() const { return m_pixels; } ///< without the factor
    /// Larger (steps > 0) or smaller by a pixel a step; 0 goes back to the default.
    void zoom(int steps);
    /// Shows all text `factor` times as large, but no larger than `most` pixels, however large the user has it.
    void magnify(double factor, int most);
    /// Without a factor again.
    void restore();

private:
    void apply() const;

    QSettings *m_settings;
    int m_pixels = defaultTextPixels;
    double m_factor = 1;
    int m_most = largestText;
};

} // namespace unfold

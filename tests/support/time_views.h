#pragma once
// Small helpers that the tests of the time views share.
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>

namespace unfold::test {

/// The tooltip on the screen without its markup.
inline QString toolTipShown()
{
    return QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText();
}

inline void show(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace unfold::test

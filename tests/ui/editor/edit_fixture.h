#pragma once
// The whole window with its circuit being edited.
#include "tests/support/window_fixture.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_canvas.h"
#include "ui/editor/editor_panel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace unfold {

class EditFixture : public WindowFixture
{
protected:
    void openEditor(const Experiment &experiment, QSize size = {1456, 819})
    {
        openWindow(size);
        QVERIFY(m_document->open(experiment));
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(editor()->isActive());
        QTRY_VERIFY(canvas()->hasFocus());
    }

    CircuitEditor *editor() const { return m_window->menu()->editing()->editor(); }
    EditorCanvas *canvas() const { return find<EditorCanvas>(); }
    template <typename Widget> Widget *field(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    QString fault() const { return field<QLabel>("editorFault")->text(); }

    /// Of the document, not of an attempt.
    Circuit circuit() const { return circuitOf(m_document->experiment()); }
    const Node &node(const char *name) const
    {
        const Circuit &shown = editor()->circuit();
        return shown.nodes.at(static_cast<size_t>(shown.indexOf(name)));
    }

    const Disc &disc(const char *name) const
    {
        for (const NodeShape &shape : canvas()->layoutShapes().nodes)
            if (shape.kind == NodeShape::Kind::Node && shape.name == name)
                return shape.disc;
        qFatal("no such node is drawn");
    }
    QPoint middle(const char *name) const { return disc(name).centre.toPoint(); }
    QPoint rim(const char *name) const { return (disc(name).centre + QPointF(0.85 * disc(name).radius, 0)).toPoint(); }

    void drag(QPoint from, QPoint to) const
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas(), (from + to) / 2);
        QTest::mouseMove(canvas(), to);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }
    void connectByMouse(const char *from, const char *to) const { drag(rim(from), middle(to)); }
    void undo() const { QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier); }
    void type(QLineEdit *into, const QString &text) const
    {
        into->setFocus();
        into->selectAll();
        QTest::keyClicks(into, text);
        QTest::keyClick(into, Qt::Key_Return);
    }
    /// As a hand does: the list is opened, an entry marked, and taken.
    void choose(QComboBox *list, const QString &text) const
    {
        const int index = list->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        list->showPopup();
        list->view()->setCurrentIndex(list->model()->index(index, 0));
        QTest::keyClick(list->view(), Qt::Key_Return);
    }
};

} // namespace unfold

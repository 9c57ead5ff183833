// Where a network has read its answer, the panels say so and offer a task in which it has not.
#include "core/experiment/leaked_target.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/controls/data_panel.h"
#include "ui/controls/leak_notice.h"
#include "ui/controls/settings_panel.h"
#include "ui/document/document.h"

#include "tests/support/panel_fixture.h"
#include "ui/widgets/soft_button.h"

#include <QLabel>

using namespace unfold;

namespace {

Experiment textFromBothSides()
{
    const Experiment text
        = withData(test::smallElman(), DataSource{TextSource{"mango juice", TextSource::Unit::Characters}, 1});
    return withLossAt(withCircuit(text, "bidirectional"), {});
}

} // namespace

class LeakNoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void bothPanelsSayIt()
    {
        Document document(textFromBothSides());
        DataPanel data(&document);
        SettingsPanel settings(&document);
        for (QWidget *panel : std::initializer_list<QWidget *>{&data, &settings}) {
            present(*panel);
            const auto *notice = panel->findChild<LeakNotice *>();
            QVERIFY(notice->isVisible());
            const QString sentence = control<QLabel>(*notice, "leakSentence")->text();
            QVERIFY2(sentence.contains(QStringLiteral("o(1)")), qPrintable(sentence));
            QVERIFY2(sentence.contains(QStringLiteral("x(2)")), qPrintable(sentence));
        }
        document.change(withCircuit(document.experiment(), "elman"), QStringLiteral("circuit"));
        QVERIFY(!data.findChild<LeakNotice *>()->isVisible());
        QVERIFY(!settings.findChild<LeakNotice *>()->isVisible());
    }

    void itIsReadInTheNotationInUse()
    {
        Document document(textFromBothSides());
        LeakNotice notice(&document);
        document.setNotation(Notation::Indexed);
        QVERIFY(control<QLabel>(notice, "leakSentence")->text().contains(QStringLiteral("⟨2⟩")));
    }

    void theOtherTaskIsOneStepThatCanBeUndone()
    {
        Document document(textFromBothSides());
        LeakNotice notice(&document);
        present(notice);
        auto *mend = control<SoftButton>(notice, "leakMend");
        QVERIFY(!mend->toolTip().isEmpty() && !mend->accessibleName().isEmpty());
        QTest::mouseClick(mend, Qt::LeftButton);
        QVERIFY(document.experiment().loss->at == (Span{Span::Kind::Last, 1}));
        QVERIFY(!leakedTarget(document.experiment()));
        QVERIFY(!notice.isVisible());
        document.undoStack()->undo();
        QVERIFY(notice.isVisible());
        QVERIFY(leakedTarget(document.experiment()));
    }
};

UNFOLD_TEST(LeakNoticeTest)
#include "leak_notice_test.moc"

// The memory tasks: each target is what the literature asks for, recomputed here from the inputs alone.
#include "core/circuit/input_error.h"
#include "core/tasks/generator.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace unfold;

namespace {

constexpr int examples = 200;

Task task(TaskKind kind, int steps)
{
    Task made;
    made.kind = kind;
    made.least = made.most = steps;
    return made;
}

/// The class of each column; −1 where a column is not one-hot.
std::vector<int> symbolsOf(const Matrix &x)
{
    std::vector<int> symbols;
    for (Eigen::Index t = 0; t < x.cols(); ++t) {
        Eigen::Index place = 0;
        const bool oneHot = x.col(t).maxCoeff(&place) == 1 && x.col(t).cwiseAbs().sum() == 1;
        symbols.push_back(oneHot ? static_cast<int>(place) : -1);
    }
    return symbols;
}

/// Each is checked by `check`, with its inputs as symbols.
template <typename Check> void checkAll(const Task &task, Check check)
{
    RandomStream random(3, "test");
    for (int i = 0; i < examples; ++i) {
        const Example example = drawExample(task, random);
        check(symbolsOf(example.sequence.at("x")), example);
    }
}

QString refusal(const Task &task)
{
    try {
        emptyLists(task);
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("accepted");
}

/// Whether the letters BTSXPVE are a word of Reber's grammar, by its regular expression: it knows no automaton.
bool isReberWord(const std::vector<int> &word)
{
    const QString letters = QStringLiteral("BTSXPVE");
    QString text;
    for (const int letter : word)
        text += letters[letter];
    // From the middle node on: TS*X and its ways back through the lower half.
    static const QRegularExpression grammar(QStringLiteral("^B(TS*XX|P)(T*VPX)*T*(VPS|VV)E$|^BTS*XSE$"));
    return grammar.match(text).hasMatch();
}

} // namespace

class GeneratorTest : public QObject
{
    Q_OBJECT

private slots:
    void addingMarksOneNumberInEachHalf()
    {
        RandomStream random(3, "test");
        for (int i = 0; i < examples; ++i) {
            const Example example = drawExample(task(TaskKind::Adding, 31), random);
            const Matrix &x = example.sequence.at("x");
            QCOMPARE(x.row(1).head(15).sum(), 1.0);
            QCOMPARE(x.row(1).tail(16).sum(), 1.0);
            QVERIFY(x.row(0).minCoeff() >= 0 && x.row(0).maxCoeff() < 1);
            QVERIFY(std::abs(example.vectors(0, 0) - x.row(0).dot(x.row(1)) / 2) < 1e-15);
        }
    }

    void temporalOrderHasTwoLettersThatCount()
    {
        std::set<int> seen;
        checkAll(task(TaskKind::TemporalOrder, 50), [&](const std::vector<int> &word, const Example &example) {
            std::vector<int> counting;
            for (int t = 0; t < 50; ++t)
                if (word[static_cast<std::size_t>(t)] < 2) {
                    QVERIFY((t >= 5 && t < 10) || (t >= 25 && t < 30));
                    counting.push_back(word[static_cast<std::size_t>(t)]);
                }
            QCOMPARE(counting.size(), 2U);
            QCOMPARE(example.classes, std::vector{2 * counting[0] + counting[1]});
            seen.insert(example.classes[0]);
        });
        QCOMPARE(seen.size(), 4U);
    }

    void recallAsksForTheFirstLetter()
    {
        checkAll(task(TaskKind::Recall, 9), [](const std::vector<int> &word, const Example &example) {
            QCOMPARE(example.classes, std::vector{word[0]});
            QVERIFY(word[0] < 4);
            QVERIFY(std::all_of(word.begin() + 1, word.end(), [](int letter) { return letter >= 4 && letter < 8; }));
        });
    }

    void copyAsksForThreeLettersAfterNow()
    {
        checkAll(task(TaskKind::Copy, 12), [](const std::vector<int> &word, const Example &example) {
            QCOMPARE(example.classes, std::vector(word.begin(), word.begin() + 3));
            QCOMPARE(word[8], 5);
            QCOMPARE(std::count(word.begin(), word.end(), 4), 8);
        });
    }

    void parityCountsOnes()
    {
        checkAll(task(TaskKind::Parity, 20), [](const std::vector<int> &bits, const Example &example) {
            for (std::size_t t = 0; t < bits.size(); ++t)
                QCOMPARE(example.classes[t],
                    static_cast<int>(
                        std::count(bits.begin(), bits.begin() + static_cast<std::ptrdiff_t>(t) + 1, 1) % 2));
        });
    }

    void countingAsksFromTheFirstBOn()
    {
        Task counting = task(TaskKind::Counting, 1);
        counting.most = 10;
        std::set<std::size_t> lengths;
        checkAll(counting, [&](const std::vector<int> &word, const Example &example) {
            const auto n = static_cast<int>(std::count(word.begin(), word.end(), 1));
            QCOMPARE(static_cast<int>(word.size()), 2 * n + 1);
            QCOMPARE(std::count(word.begin(), word.end(), 2), n);
            QVERIFY(std::is_sorted(word.begin(), word.end()));
            std::vector<int> targets(static_cast<std::size_t>(n), 2);
            targets.back() = 3;
            QCOMPARE(example.classes, targets);
            QCOMPARE(example.at->countIn(2 * n + 1), n);
            lengths.insert(word.size());
        });
        QCOMPARE(lengths.size(), 10U);
    }

    void wordsOfReberAreOfHisGrammar()
    {
        RandomStream random(3, "test");
        std::set<std::vector<int>> different;
        for (int i = 0; i < examples; ++i) {
            const std::vector<int> word = reberWord(random);
            QVERIFY(isReberWord(word));
            different.insert(word);
        }
        QVERIFY(different.size() > 20);
    }

    void embeddedWordsAgreeAtBothEnds()
    {
        RandomStream random(3, "test");
        for (int i = 0; i < examples; ++i) {
            const std::vector<int> word = embeddedReberWord(random);
            QCOMPARE(word[1], word[word.size() - 2]);
            QVERIFY(word[1] == 1 || word[1] == 4);
            QVERIFY(isReberWord({word.begin() + 2, word.end() - 2}));
        }
        checkAll(task(TaskKind::EmbeddedReber, 1), [](const std::vector<int> &word, const Example &example) {
            QCOMPARE(std::vector(word.begin() + 1, word.end()),
                std::vector(example.classes.begin(), example.classes.end() - 1));
        });
    }

    void echoIsLateByItsDelay()
    {
        checkAll(task(TaskKind::Echo, 10), [](const std::vector<int> &word, const Example &example) {
            QCOMPARE(example.classes, std::vector(word.begin(), word.end() - 3));
        });
    }

    /// sin(a + ω) + sin(a − ω) = 2 cos ω sin a, for one ω over the whole wave.
    void sineIsAWave()
    {
        RandomStream random(3, "test");
        const Example example = drawExample(task(TaskKind::Sine, 30), random);
        const Matrix &x = example.sequence.at("x");
        const double slope = (x(0, 2) + x(0, 0)) / (2 * x(0, 1));
        for (Eigen::Index t = 1; t < 29; ++t)
            QVERIFY(std::abs(x(0, t + 1) + x(0, t - 1) - 2 * slope * x(0, t)) < 1e-9);
        QCOMPARE(Matrix(example.vectors.leftCols(29)), Matrix(x.rightCols(29)));
    }

    void tooFewStepsAreRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("steps");
        QTest::newRow("temporal order") << int(TaskKind::TemporalOrder) << 9;
        QTest::newRow("copy") << int(TaskKind::Copy) << 6;
        QTest::newRow("adding") << int(TaskKind::Adding) << 1;
        QTest::newRow("echo") << int(TaskKind::Echo) << 3;
        QTest::newRow("parity") << int(TaskKind::Parity) << 0;
    }
    void tooFewStepsAreRefused()
    {
        QFETCH(int, kind);
        QFETCH(int, steps);
        const auto of = static_cast<TaskKind>(kind);
        QVERIFY(refusal(task(of, steps)).contains(QStringLiteral("training.task.steps")));
        QVERIFY(refusal(task(of, steps)).contains(QStringLiteral("at least %1").arg(steps + 1)));
        QCOMPARE(refusal(task(of, steps + 1)), QStringLiteral("accepted"));
    }

    void mostIsNotLessThanLeast()
    {
        Task odd = task(TaskKind::Recall, 20);
        odd.most = 10;
        QVERIFY(refusal(odd).contains(QStringLiteral("training.task.most")));
    }
};

UNFOLD_GUILESS_TEST(GeneratorTest)
#include "generator_test.moc"

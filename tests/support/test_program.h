#pragma once
// One test program a folder. Each of its sources registers its test class in place of Qt's QTEST_MAIN; the program runs
// the class whose source is named:  core_engine_tests engine  runs the class of engine_test.cpp. Every class has a
// process of its own, as CTest starts them.
#include <QTest>

namespace unfold::test {

using RunTest = int (*)(int argc, char **argv);

/// Adds a class to the program under the name of its source, without folder and "_test.cpp". Whether the name was free.
bool addTest(const char *sourceFile, RunTest run);

/// What Qt's macros of these names do, as functions.
template <typename Application, typename Test> int runWith(int argc, char **argv)
{
    Application app(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <typename Test> int runAppless(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace unfold::test

/// Registers `Test`, run by `run`: int(int argc, char **argv).
#define UNFOLD_TEST_RUN_BY(Test, run)                                                                                  \
    [[maybe_unused]] static const bool isAdded##Test = unfold::test::addTest(__FILE__, run);

/// With a QApplication (Qt Widgets), with a QCoreApplication, with none.
#define UNFOLD_TEST(Test) UNFOLD_TEST_RUN_BY(Test, (unfold::test::runWith<QApplication, Test>))
#define UNFOLD_GUILESS_TEST(Test) UNFOLD_TEST_RUN_BY(Test, (unfold::test::runWith<QCoreApplication, Test>))
#define UNFOLD_APPLESS_TEST(Test) UNFOLD_TEST_RUN_BY(Test, unfold::test::runAppless<Test>)

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QtTest>

#include <QLocalSocket>
#include <QTemporaryDir>

using namespace breakwater;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartTellsTheFirstWhatItWants_data()
    {
        QTest::addColumn<int>("wish");
        QTest::newRow("the window") << static_cast<int>(WindowWish::Raise);
        QTest::newRow("a conversation") << static_cast<int>(WindowWish::NewConversation);
        QTest::newRow("another window") << static_cast<int>(WindowWish::NewWindow);
    }

    void aSecondStartTellsTheFirstWhatItWants()
    {
        QFETCH(int, wish);
        const QTemporaryDir folder;
        SingleInstance first(folder.path(), WindowWish::Raise);
        QSignalSpy isFirst(&first, &SingleInstance::isFirst);
        std::vector<WindowWish> asked;
        connect(&first, &SingleInstance::asked, this, [&asked](WindowWish each) { asked.push_back(each); });
        first.look();
        QTRY_COMPARE(isFirst.count(), 1);

        SingleInstance second(folder.path(), static_cast<WindowWish>(wish));
        QSignalSpy isSecond(&second, &SingleInstance::isSecond);
        QSignalSpy isFirstToo(&second, &SingleInstance::isFirst);
        second.look();
        QTRY_COMPARE(isSecond.count(), 1);
        QTRY_COMPARE(asked.size(), std::size_t(1));
        QVERIFY(asked.front() == static_cast<WindowWish>(wish));
        QVERIFY(isFirstToo.isEmpty());
    }

    void anotherFolderIsAnotherProgram()
    {
        const QTemporaryDir one;
        const QTemporaryDir other;
        SingleInstance first(one.path(), WindowWish::Raise);
        SingleInstance second(other.path(), WindowWish::Raise);
        QSignalSpy firsts(&first, &SingleInstance::isFirst);
        QSignalSpy seconds(&second, &SingleInstance::isFirst);
        first.look();
        QTRY_COMPARE(firsts.count(), 1);
        second.look();
        QTRY_COMPARE(seconds.count(), 1);
    }

    void aWordThatIsNotKnownOnlyRaises()
    {
        QVERIFY(windowWishOf("fly") == WindowWish::Raise);
        QVERIFY(windowWishOf({}) == WindowWish::Raise);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everyplace.h"
#include "ui/composer/composer.h"
#include "ui/library/sidebar.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusstrip.h"
#include "ui/transcript/transcriptview.h"
#include "ui/weather/weatherpanel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QtTest>

#include <algorithm>

using namespace breakwater;

namespace {

constexpr int longestRound = 300; // stops

/// The stops of Tab, or of Shift+Tab, from where the focus is until it comes back to one of them.
std::vector<QWidget *> roundOf(QWidget &window, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    std::vector<QWidget *> stops;
    for (int step = 0; step < longestRound; ++step) {
        QTest::keyClick(window.windowHandle(), modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
        QWidget *now = QApplication::focusWidget();
        // From the year to the month, from link to link: some have stops of their own.
        const bool within = !stops.empty() && stops.back() == now
            && (qobject_cast<QAbstractSpinBox *>(now) != nullptr || qobject_cast<QLabel *>(now) != nullptr);
        if (now == nullptr || (!within && std::find(stops.begin(), stops.end(), now) != stops.end()))
            break;
        if (!within)
            stops.push_back(now);
    }
    return stops;
}

/// Whether `next` is read before `now`: they are compared where they part, as two lines of a column or two of a row.
bool isBefore(const QWidget &next, const QWidget &now)
{
    const QWidget *common = now.parentWidget();
    while (common != nullptr && !common->isAncestorOf(&next) && common != &next)
        common = common->parentWidget();
    if (common == nullptr || common == &next || now.isAncestorOf(&next))
        return false;
    const auto branch = [common](const QWidget &leaf) {
        const QWidget *at = &leaf;
        while (at->parentWidget() != common)
            at = at->parentWidget();
        return at->geometry();
    };
    const QRect before = branch(now);
    const QRect after = branch(next);
    const bool sameRow = after.top() < before.bottom() && before.top() < after.bottom();
    return sameRow ? after.center().x() < before.center().x() : after.center().y() < before.center().y();
}

QString listed(const std::vector<QWidget *> &stops)
{
    QStringList names;
    for (const QWidget *each : stops)
        names += nameForMessage(*each);
    return names.join(QLatin1Char('\n'));
}

} // namespace

/// The way of the keys through each place.
class TestFocusOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareForPlaces(); }

    void tabReachesEveryControlInReadingOrder_data() { addEveryPlace(); }
    void tabReachesEveryControlInReadingOrder()
    {
        QFETCH(QString, place);
        if (place == QLatin1String("the palette"))
            return; // Tab goes along its rows; tst_palette tells of it
        const auto open = openPlace(place);
        QWidget &window = *open->window();
        const std::vector<QWidget *> stops = roundOf(window);
        QStringList wrong;
        for (QWidget *each : controlsIn(window)) {
            if ((each->focusPolicy() & Qt::TabFocus) != 0 && std::find(stops.begin(), stops.end(), each) == stops.end())
                wrong += QLatin1String("not reached: ") + nameForMessage(*each);
        }
        // A round has one way back to its beginning.
        int back = 0;
        for (std::size_t at = 0; at < stops.size(); ++at) {
            const QWidget &now = *stops[at];
            const QWidget &next = *stops[(at + 1) % stops.size()];
            if (isBefore(next, now) && ++back > 1)
                wrong += QStringLiteral("goes back from %1 to %2").arg(nameForMessage(now), nameForMessage(next));
        }
        if (!wrong.isEmpty())
            qWarning("%s\nof the round:\n%s", qPrintable(wrong.join(QLatin1Char('\n'))),
                qPrintable(listed(stops))); // more than a failure has room for
        QVERIFY(wrong.isEmpty());
        QVERIFY(!stops.empty());

        stops.front()->setFocus(Qt::TabFocusReason);
        std::vector<QWidget *> backwards = roundOf(window, Qt::ShiftModifier);
        std::reverse(backwards.begin(), backwards.end());
        std::rotate(backwards.begin(), std::find(backwards.begin(), backwards.end(), stops.front()), backwards.end());
        QVERIFY2(backwards == stops,
            qPrintable(QLatin1String("back by Shift+Tab:\n") + listed(backwards) + QLatin1String("\nand not:\n")
                + listed(stops)));
    }

    void theComposerHasTheFocusFirst()
    {
        const auto open = openPlace(QStringLiteral("the first conversation"));
        QCOMPARE(QApplication::focusWidget(), &qobject_cast<MainWindow *>(open->window())->pane().composer().edit());
    }

    void f6GoesFromPartToPart()
    {
        const auto open = openPlace(QStringLiteral("a storm"));
        auto &shell = *qobject_cast<MainWindow *>(open->window());
        shell.pane().focusComposer();
        const QWidget *composer = &shell.pane().composer();
        const QWidget *weather = shell.findChild<WeatherPanel *>();
        const std::vector<const QWidget *> parts {
            weather, &shell.status(), &shell.sidebar(), &shell.pane().transcript(), composer};
        const auto isIn = [](const QWidget *part) {
            const QWidget *now = QApplication::focusWidget();
            return now != nullptr && (part == now || part->isAncestorOf(now)) && !now->accessibleName().isEmpty();
        };
        for (const QWidget *part : parts) {
            QTest::keyClick(shell.windowHandle(), Qt::Key_F6);
            QVERIFY2(isIn(part),
                qPrintable(
                    nameForMessage(*part) + QLatin1String(" and not ") + nameForMessage(*QApplication::focusWidget())));
        }
        for (auto part = parts.rbegin() + 1; part != parts.rend(); ++part) {
            QTest::keyClick(shell.windowHandle(), Qt::Key_F6, Qt::ShiftModifier);
            QVERIFY2(isIn(*part),
                qPrintable(nameForMessage(**part) + QLatin1String(" and not ")
                    + nameForMessage(*QApplication::focusWidget())));
        }
    }
};

QTEST_MAIN(TestFocusOrder)
#include "tst_focusorder.moc"

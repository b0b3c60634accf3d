// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/rowheights.h"

#include <QtTest>

#include <random>

using namespace breakwater;

class RowHeightsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingHasNoHeight()
    {
        const RowHeights none;
        QCOMPARE(none.total(), 0.0);
        QCOMPARE(none.topOf(7), 0.0);
        QCOMPARE(none.rowAt(3), std::size_t(0));
    }

    void theEdgeBelongsToTheRowBelow()
    {
        RowHeights rows;
        for (const qreal height : {10, 20, 30})
            rows.append(height);
        QCOMPARE(rows.rowAt(-5), std::size_t(0));
        QCOMPARE(rows.rowAt(0), std::size_t(0));
        QCOMPARE(rows.rowAt(9.5), std::size_t(0));
        QCOMPARE(rows.rowAt(10), std::size_t(1));
        QCOMPARE(rows.rowAt(30), std::size_t(2));
        QCOMPARE(rows.rowAt(60), std::size_t(2));
        QCOMPARE(rows.rowAt(1e9), std::size_t(2));
    }

    void rowsWithoutHeightArePassed()
    {
        RowHeights rows;
        for (const qreal height : {0, 0, 5, 0, 7})
            rows.append(height);
        QCOMPARE(rows.rowAt(0), std::size_t(2));
        QCOMPARE(rows.rowAt(5), std::size_t(4));
    }

    void sumsAreThoseOfAPlainLoop()
    {
        std::mt19937 chance(7);
        for (int round = 0; round < 60; ++round) {
            RowHeights rows;
            std::vector<qreal> plain;
            const std::size_t count = 1 + chance() % 70;
            for (int change = 0; change < 200; ++change) {
                const auto height = static_cast<qreal>(chance() % 900);
                if (plain.size() < count) {
                    rows.append(height);
                    plain.push_back(height);
                } else {
                    const std::size_t row = chance() % count;
                    rows.set(row, height);
                    plain[row] = height;
                }
            }
            qreal top = 0;
            for (std::size_t i = 0; i < plain.size(); ++i) {
                QCOMPARE(rows[i], plain[i]);
                QCOMPARE(rows.topOf(i), top);
                if (plain[i] > 0) {
                    QCOMPARE(rows.rowAt(top), i);
                    QCOMPARE(rows.rowAt(top + plain[i] - 0.5), i);
                }
                top += plain[i];
            }
            QCOMPARE(rows.total(), top);
        }
    }
};

QTEST_APPLESS_MAIN(RowHeightsTest)

#include "tst_rowheights.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/emoji.h"

#include <QtTest>

using namespace breakwater;

class tst_Emoji : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSequenceIsOneEmoji_data()
    {
        QTest::addColumn<QString>("sequence");
        QTest::newRow("a face") << QStringLiteral("😀");
        QTest::newRow("a colour of skin") << QStringLiteral("👍🏽");
        QTest::newRow("a family") << QStringLiteral("👨\u200D👩\u200D👧\u200D👦");
        QTest::newRow("a profession with a colour") << QStringLiteral("👩🏿\u200D🚀");
        QTest::newRow("a sign joined") << QStringLiteral("🧑\u200D⚕\uFE0F");
        QTest::newRow("a flag") << QStringLiteral("🇩🇪");
        QTest::newRow("the flag of Scotland") << QStringLiteral("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F");
        QTest::newRow("a rainbow flag") << QStringLiteral("🏳\uFE0F\u200D🌈");
        QTest::newRow("a heart asked to be a picture") << QStringLiteral("❤\uFE0F");
        QTest::newRow("a keycap") << QStringLiteral("7\uFE0F\u20E3");
        QTest::newRow("a sign that is a picture by itself") << QStringLiteral("✅");
    }

    void aSequenceIsOneEmoji()
    {
        QFETCH(QString, sequence);
        const QString text = QStringLiteral("a ") + sequence + QStringLiteral(" b");
        const std::vector<EmojiRun> wanted {{0, 2, false}, {2, sequence.size(), true}, {2 + sequence.size(), 2, false}};
        QVERIFY(emojiRuns(text) == wanted);
        QVERIFY(emojiRuns(QString(sequence + sequence)) == (std::vector<EmojiRun> {{0, 2 * sequence.size(), true}}));
    }

    void textStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << QStringLiteral("plain, Ünïcödé, 漢字");
        QTest::newRow("digits") << QStringLiteral("7 #1 *");
        QTest::newRow("a heart") << QStringLiteral("I ❤ tides");
        QTest::newRow("asked to be text") << QStringLiteral("⌚\uFE0E");
        QTest::newRow("boxes and arrows") << QStringLiteral("☐ ☑ → ↔ ∑ ─");
        QTest::newRow("one letter of a flag") << QStringLiteral("🇩 alone");
        QTest::newRow("letters beyond the first plane") << QStringLiteral("𝑥 𠮷");
        QTest::newRow("half a character") << QString(QChar(0xD83D));
    }

    void textStaysText()
    {
        QFETCH(QString, text);
        QVERIFY(emojiRuns(text) == (std::vector<EmojiRun> {{0, text.size(), false}}));
    }

    void nothingHasNoRuns() { QVERIFY(emojiRuns({}).empty()); }
};

QTEST_MAIN(tst_Emoji)
#include "tst_emoji.moc"

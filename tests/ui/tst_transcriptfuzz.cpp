// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/transcriptfuzz.h"

#include <QtTest>

#include <QElapsedTimer>

#include <random>

using namespace breakwater;

namespace {

/// Markdown that is hostile by construction: pieces of every construct, put together, doubled, cut and spoilt.
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_chance(seed)
    {
    }
    QByteArray next()
    {
        QByteArray text(1, static_cast<char>(below(256)));
        for (unsigned i = 1 + below(24); i > 0; --i)
            text += piece();
        for (unsigned i = below(8); i > 0; --i) {
            const auto at = static_cast<qsizetype>(below(static_cast<unsigned>(text.size())));
            switch (below(5)) {
            case 0:
                text.remove(at, 1 + below(6));
                break;
            case 1:
                text.insert(at, piece());
                break;
            case 2:
                text.insert(at, text.mid(at, below(40)).repeated(1 + below(5)));
                break;
            case 3:
                text.insert(at, static_cast<char>(below(256)));
                break;
            default:
                text.insert(at, "\n");
            }
            if (text.isEmpty())
                text += 'x';
        }
        return text.left(6'000);
    }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(m_chance() % bound); }
    QByteArray piece()
    {
        static const QList<QByteArray> pieces {"word ", "tide and time ", "\n", "\n\n", "\n\n\n", "# ", "## Title\n",
            "- ", "* ", "+ ", "1. ", "7) ", "- [ ] ", "- [x] ", "> ", ">> ", "    ", "\t", "  ", "```", "```cpp\n",
            "~~~", "\n```\n", "`", "``", "**", "*", "_", "__", "~~", "***", "---\n", "===\n", "***\n", "| a | b |\n",
            "|---|--:|\n", "| 1 | 2 |\n", "|", "\\|", "[", "]", "](", "[a](b)", "![", "![x](file:///dev/zero)",
            "[a]: /u\n", "[a]: /u \"t\"\n\n", "[a]", "[a][]", "<", ">", "<b>", "<!-- ", "-->", "<details>\n", "&amp;",
            "&#0;", "&nbsp;", "\\", "\\*", "https://example.org/a?b=c", "www.example.org", "a@b.org", "![]([)]()",
            QByteArray("\0", 1), "\r\n", "\xE2\x80\xAE", "\xE2\x80\x8D", "\xF0\x9F\x91\xA9", "\xCC\x81",
            "\xE4\xBD\xA0\xE5\xA5\xBD", "\xD7\xA9\xD7\x9C", "\xEF\xBF\xBC", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xFF",
            "\xC3", "$x^2$", "int x = 1; // ", "/* ", "\"\"\""};
        const QByteArray one = pieces[static_cast<qsizetype>(below(static_cast<unsigned>(pieces.size())))];
        return below(12) == 0 ? one.repeated(static_cast<qsizetype>(below(90))) : one;
    }
    std::mt19937 m_chance;
};

} // namespace

class TranscriptFuzzTest : public QObject
{
    Q_OBJECT
public:
    /// QtTest ends a function after five minutes.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(300'000 + 2'000 * qEnvironmentVariableIntValue("BREAKWATER_FUZZ_SECONDS"))); }
private Q_SLOTS:
    /// For longer and with other chances each time: BREAKWATER_FUZZ_SECONDS=300 build/dev/tests/tst_transcriptfuzz
    void whateverIsWrittenShowsTheSameInAnyPieces()
    {
        const int seconds = qEnvironmentVariableIntValue("BREAKWATER_FUZZ_SECONDS");
        const unsigned seed = seconds > 0 ? std::random_device {}() : 1;
        Mutator mutator(seed);
        QElapsedTimer clock;
        clock.start();
        int tried = 0;
        for (; seconds > 0 ? clock.elapsed() < seconds * 1'000 : tried < 300; ++tried) {
            const QByteArray text = mutator.next();
            const QString fault = transcriptFault(text);
            QVERIFY2(fault.isEmpty(),
                qPrintable(QStringLiteral("seed %1, text %2 (%3):\n%4")
                               .arg(seed)
                               .arg(tried)
                               .arg(QString::fromLatin1(text.toPercentEncoding(" *_`#|-[]()<>~")), fault)));
        }
        qInfo("%d texts, seed %u", tried, seed);
    }
};

QTEST_MAIN(TranscriptFuzzTest)
#include "tst_transcriptfuzz.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/interop/packages.h"
#include "tests/ui/markdownshape.h"

#include <QtTest>

#include <QFile>

#include <algorithm>
#include <map>

using namespace breakwater;

namespace {

struct Example
{
    int number = 0;
    QString markdown;
};

/// The examples of CommonMark's specification, which is not ours to carry along: tests/interop/install fetches it.
std::vector<Example> examples()
{
    std::vector<Example> all;
    QFile file(packagesFolder() + QStringLiteral("/node_modules/commonmark-spec/spec.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QString fence = QStringLiteral("`").repeated(32);
    QString text;
    enum { Outside, Markdown, Html } where = Outside;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (where == Outside && line.startsWith(fence + QStringLiteral(" example"))) {
            where = Markdown;
            text.clear();
        } else if (where == Markdown && line == QLatin1String(".")) {
            where = Html;
            all.push_back({static_cast<int>(all.size()) + 1, text.replace(QChar(0x2192), QLatin1Char('\t'))});
        } else if (where != Outside && line == fence) {
            where = Outside;
        } else if (where == Markdown) {
            text += line + QLatin1Char('\n');
        }
    }
    return all;
}

/// GitHub's extensions, in words of our own.
std::vector<Example> extensions()
{
    static const char *const texts[] = {
        "| port | time |\n| --- | --- |\n| Cuxhaven | 12:40 |\n",
        "| left | middle | right |\n| :-- | :-: | --: |\n| a | b | c |\n| d | e | f |\n",
        "port | time\n--- | ---\nwithout | pipes\n",
        "| a bar | \\| |\n| --- | --- |\n| `x \\| y` | **\\|** |\n",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n> a quote ends it\n",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\na row without bars\n\nText.\n",
        "| a | b |\n| --- |\n| not | a table |\n",
        "| a | b |\n| --- | --- |\n| one |\n| one | two | three |\n",
        "| a | b |\n| --- | --- |\n",
        "Text\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        "- [ ] open\n- [x] done\n- [X] done too\n- [] neither\n",
        "- [x] outer\n  - [ ] inner\n  - [x] inner\n- plain\n",
        "1. [ ] numbered\n2. [x] task\n",
        "~~Hi~~ there, ~one~ and ~~~three~~~\n",
        "This ~~has a\n\nnew paragraph~~.\n",
        "www.example.org and www.example.org/a_b?c=d.\n",
        "https://example.org/x(y), http://example.org. ftp://example.org\n",
        "(see https://example.org/a_(b))\n",
        "someone@example.org, a.b-c_d@a.b and not@ or @this\n",
        "<https://example.org/a*b*> *and* https://example.org/*a*\n",
        "<script>x</script> and <title> <b>bold</b>\n",
    };
    std::vector<Example> all;
    for (const char *text : texts)
        all.push_back({static_cast<int>(all.size()) + 1, QString::fromUtf8(text)});
    return all;
}

/// Where blocks that are parsed by themselves come out other than the whole text, and why that is so.
const std::map<int, const char *> &differences()
{
    static const std::map<int, const char *> known {
        {24, "a fence's language is shown as it is written: no escapes"},
        {34, "a fence's language is shown as it is written: no entities"},
        {216, "an underline below nothing but definitions ends their block: what follows is a paragraph of its own"},
        {218, "definitions inside a quote are not looked for"},
    };
    return known;
}

constexpr qreal width = 600;

std::unique_ptr<MessageLayout> whole(const QString &text)
{
    auto layout = std::make_unique<MessageLayout>(MessageLayout::Kind::Answer);
    layout->setText(text, false);
    layout->layOut(width);
    return layout;
}

QString told(const Example &example, const QStringList &is, const QStringList &shall)
{
    return QStringLiteral("example %1:\n%2\n is\n%3\n shall be\n%4\n")
        .arg(example.number)
        .arg(example.markdown, is.join(QLatin1Char('\n')), shall.join(QLatin1Char('\n')));
}

/// Character by character, then ended; empty when it came out as the whole does.
QString streamed(const Example &example)
{
    MessageLayout growing(MessageLayout::Kind::Answer);
    for (qsizetype i = 1; i <= example.markdown.size(); ++i) {
        if (example.markdown[i - 1].isHighSurrogate())
            continue;
        growing.setText(example.markdown.left(i), true);
        growing.layOut(width);
    }
    growing.setText(example.markdown, false);
    growing.layOut(width);
    const auto once = whole(example.markdown);
    if (shapeOf(growing) != shapeOf(*once))
        return told(example, shapeOf(growing), shapeOf(*once));
    for (std::size_t i = 0; i < once->partCount(); ++i) {
        if (growing.top(i) != once->top(i))
            return QStringLiteral("example %1: part %2 stands at %3, not at %4")
                .arg(example.number)
                .arg(i)
                .arg(growing.top(i))
                .arg(once->top(i));
    }
    if (growing.height() != once->height())
        return QStringLiteral("example %1: %2 px high, not %3")
            .arg(example.number)
            .arg(growing.height())
            .arg(once->height());
    return {};
}

} // namespace

class CommonMarkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyExampleShowsWhatMd4cReads()
    {
        const std::vector<Example> all = examples();
        if (all.empty())
            QSKIP("commonmark-spec is not installed: run tests/interop/install.");
        QVERIFY(all.size() > 640);
        QStringList wrong;
        for (const Example &example : all) {
            const QStringList is = shapeOf(*whole(example.markdown));
            const QStringList shall = shapeByMd4c(example.markdown);
            const bool known = differences().contains(example.number);
            if ((is != shall) != known)
                wrong += (known ? QStringLiteral("no longer differs: ") : QString()) + told(example, is, shall);
        }
        for (const QString &each : wrong)
            qWarning("%s", qPrintable(each));
        QCOMPARE(wrong.size(), 0);
    }

    void everyExampleStreamsToTheSameLayout()
    {
        const std::vector<Example> all = examples();
        if (all.empty())
            QSKIP("commonmark-spec is not installed: run tests/interop/install.");
        QStringList wrong;
        for (const Example &example : all) {
            if (const QString difference = streamed(example); !difference.isEmpty())
                wrong += difference;
        }
        for (const QString &each : wrong)
            qWarning("%s", qPrintable(each));
        QCOMPARE(wrong.size(), 0);
    }

    void extensionsShowWhatMd4cReads()
    {
        for (const Example &example : extensions()) {
            const QStringList is = shapeOf(*whole(example.markdown));
            const QStringList shall = shapeByMd4c(example.markdown);
            QVERIFY2(is == shall, qPrintable(told(example, is, shall)));
        }
    }

    void extensionsStreamToTheSameLayout()
    {
        for (const Example &example : extensions()) {
            const QString difference = streamed(example);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }
};

QTEST_MAIN(CommonMarkTest)
#include "tst_commonmark.moc"

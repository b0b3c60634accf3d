// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everyplace.h"

#include <QTranslator>
#include <QtTest>
#include <QtWidgets>

using namespace breakwater;

namespace {

constexpr QChar opening(0x27E6);
constexpr QChar closing(0x27E7);
constexpr double longer = 0.35; ///< than English: as German is

/// A language in which each sentence says that it was translated, and is as long as German makes it.
class PseudoLanguage final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArray(context).startsWith("breakwater"))
            return {};
        const QString text = QString::fromUtf8(source);
        QString tail;
        for (int i = 0; i < qRound(static_cast<double>(text.size()) * longer); ++i)
            tail += i % 8 == 7 ? QLatin1Char(' ') : QLatin1Char('o');
        return opening + text + tail + closing;
    }
};

/// What stands there that no language changes: names of models and services, what people wrote, addresses, units.
bool isContent(const QString &text)
{
    static const QRegularExpression names(
        QStringLiteral("Claude|Sonnet|Haiku|Opus|Anthropic|OpenAI|Ollama|Local|Qwen|qwen|claude-|Breakwater|http|\\.(txt|png|md|pdf|json)|tide|Tide|harbour|Harbour|Deutsch|English"));
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]{4,}"));
    return !letters.match(text).hasMatch() || names.match(text).hasMatch();
}

QString wordsOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    return {};
}

/// Why not all of its words can be read; empty: they can.
QString flawOf(const QWidget &widget)
{
    const QSize wanted = widget.sizeHint();
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label != nullptr && label->wordWrap()) {
        const int high = label->heightForWidth(label->width());
        return high > label->height() + 1 ? QStringLiteral("%1 high where it takes %2").arg(label->height()).arg(high) : QString();
    }
    if (wanted.width() > widget.width() + 1)
        return QStringLiteral("%1 wide where it takes %2").arg(widget.width()).arg(wanted.width());
    return wanted.height() > widget.height() + 1 ? QStringLiteral("%1 high where it takes %2").arg(widget.height()).arg(wanted.height()) : QString();
}

bool elidesOnPurpose(const QWidget &widget)
{
    static const QSet<QByteArray> elided {"breakwater::RouteChip", "breakwater::RowButton"};
    return elided.contains(widget.metaObject()->className());
}

} // namespace

/// Every place in a language that is a third longer than English: nothing is left untranslated, and nothing is cut.
class TestPseudoLocale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        prepareForPlaces();
        QCoreApplication::installTranslator(&m_language);
    }

    void allWordsAreTranslated_data() { addEveryPlace(); }
    void allWordsAreTranslated()
    {
        QFETCH(QString, place);
        const auto open = openPlace(place);
        QStringList left;
        for (const QWidget *each : shown(*open->window())) {
            for (const QString &text : {wordsOf(*each), each->toolTip(), each->accessibleName(), each->property("placeholderText").toString()}) {
                if (!text.contains(opening) && !isContent(text))
                    left += text;
            }
        }
        left.removeDuplicates();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    void allWordsCanBeRead_data() { addEveryPlace(); }
    void allWordsCanBeRead()
    {
        QFETCH(QString, place);
        const auto open = openPlace(place);
        QStringList cut;
        for (const QSize &size : {open->window()->size(), QSize(720, 520)}) {
            open->window()->resize(size.boundedTo(open->window()->maximumSize()));
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            for (const QWidget *each : shown(*open->window())) {
                if (wordsOf(*each).isEmpty() || elidesOnPurpose(*each))
                    continue;
                if (const QString flaw = flawOf(*each); !flaw.isEmpty())
                    cut += QStringLiteral("%1x%2 %3: %4").arg(open->window()->width()).arg(open->window()->height()).arg(nameForMessage(*each), flaw);
            }
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }

private:
    static std::vector<const QWidget *> shown(const QWidget &window)
    {
        std::vector<const QWidget *> all;
        for (const QWidget *each : window.findChildren<QWidget *>()) {
            if (each->isVisible() && each->window() == &window)
                all.push_back(each);
        }
        return all;
    }

    PseudoLanguage m_language;
};

QTEST_MAIN(TestPseudoLocale)

#include "tst_pseudolocale.moc"

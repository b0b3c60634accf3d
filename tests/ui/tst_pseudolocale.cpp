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

/// What stands there that is not ours to translate: names of models and services, what people wrote, addresses, and the
/// names of keys, which Qt translates with the words of its own dialogs.
bool isContent(const QString &text)
{
    static const QRegularExpression written(
        QStringLiteral("Claude|Sonnet|Haiku|Opus|Anthropic|OpenAI|Ollama|Local|[Qq]wen|claude-|Breakwater|http|\\.(txt|png|md|pdf|json|csv)|\\{\\{|[Tt]ide|[Hh]arbour|Mooring|"
                       "Will it blow over|Written after|/data/|^(Work|Home|Explain|Shorten|topic|whom|Deutsch|English)$"));
    static const QRegularExpression ofQt(QStringLiteral("Ctrl|Shift|Alt\\+|Return|^Cancel$| bytes$"));
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]{4,}"));
    return !letters.match(text).hasMatch() || written.match(text).hasMatch() || ofQt.match(text).hasMatch();
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

    void everyPlaceIsTranslatedAndCanBeRead_data() { addEveryPlace(); }
    void everyPlaceIsTranslatedAndCanBeRead()
    {
        QFETCH(QString, place);
        const auto open = openPlace(place);
        QStringList flaws;
        for (const QWidget *each : shown(*open->window())) {
            for (const QString &text : {wordsOf(*each), each->toolTip(), each->accessibleName(), each->property("placeholderText").toString()}) {
                if (!text.contains(opening) && !isContent(text))
                    flaws += QLatin1String("not translated: ") + text;
            }
        }
        for (const QSize &size : {open->window()->size(), QSize(720, 520)}) {
            open->window()->resize(size.boundedTo(open->window()->maximumSize()));
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            for (const QWidget *each : shown(*open->window())) {
                if (wordsOf(*each).isEmpty() || elidesOnPurpose(*each))
                    continue;
                if (const QString flaw = flawOf(*each); !flaw.isEmpty())
                    flaws += QStringLiteral("cut at %1x%2: %3: “%4” is %5").arg(open->window()->width()).arg(open->window()->height()).arg(nameForMessage(*each), wordsOf(*each), flaw);
            }
        }
        flaws.removeDuplicates();
        for (const QString &each : flaws)
            qWarning("%s", qPrintable(each)); // more than a failure has room for
        QVERIFY(flaws.isEmpty());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

using namespace breakwater;

namespace {

struct Said
{
    QString source;
    QString translation; ///< all its forms where the number decides
    QString state; ///< "unfinished", "vanished", "obsolete" or nothing
};

/// All that a file of translations says, by context and source.
std::map<QString, Said> readTranslations(const QString &path)
{
    QFile file(path);
    std::map<QString, Said> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    Said said;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("message"))
            all.insert_or_assign(QString(context + QLatin1String(": ") + said.source), said);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            said = {xml.readElementText(), {}, {}};
        } else if (xml.name() == QLatin1String("translation")) {
            said.state = xml.attributes().value(QLatin1String("type")).toString();
            said.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return all;
}

/// What a translation must not lose: places for values, and what stands before a key.
QStringList places(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?\\d|%n|\\t"));
    QStringList found;
    for (auto each = place.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    found.removeDuplicates(); // forms of a number repeat theirs
    std::sort(found.begin(), found.end());
    return found;
}

/// Whether it ends as a question, a sentence, or something that goes on.
QChar ending(const QString &text)
{
    static const std::map<char16_t, char16_t> alike {{u'\u3002', u'.'}, {u'\uff1a', u':'}, {u'\uff1f', u'?'}};
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    const auto found = alike.find(trimmed.back().unicode());
    const QChar last = found == alike.end() ? trimmed.back() : QChar(found->second);
    return QStringLiteral(".:?\u2026").contains(last) ? last : QChar();
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLanguageThatIsSpokenIsTaken_data()
    {
        QTest::addColumn<QString>("wished");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("nothing") << "" << "en";
        QTest::newRow("German of Austria") << "de-AT de en" << "de";
        QTest::newRow("as Preferences keep it") << "zh_CN" << "zh_CN";
        QTest::newRow("Chinese by its script") << "zh-Hans-CN" << "zh_CN";
        QTest::newRow("traditional Chinese") << "zh-Hant-TW zh-TW de" << "de";
        QTest::newRow("English first") << "en-GB de" << "en";
        QTest::newRow("French, then German") << "fr-FR de-DE" << "de";
        QTest::newRow("Desperanto") << "dex" << "en";
    }

    void theFirstLanguageThatIsSpokenIsTaken()
    {
        QFETCH(QString, wished);
        QTEST(languageFor(wished.split(QLatin1Char(' '), Qt::SkipEmptyParts)), "spoken");
    }

    void everySentenceIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << "de";
        QTest::newRow("Chinese") << "zh_CN";
    }

    void everySentenceIsTranslated()
    {
        QFETCH(QString, language);
        const QString folder = QStringLiteral(BREAKWATER_SOURCE_DIR);
        const QString shipped = folder + QStringLiteral("/resources/translations/%1.ts").arg(language);
        const QTemporaryDir scratch;
        const QString fresh = scratch.filePath(language + QStringLiteral(".ts"));
        QVERIFY(QFile::copy(shipped, fresh));
        QProcess lupdate;
        lupdate.setWorkingDirectory(folder);
        const QString arguments = QStringLiteral("app ui -I . -locations none -silent -disable-heuristic sametext "
                                                 "-disable-heuristic similartext -source-language en -ts");
        lupdate.start(QStringLiteral(BREAKWATER_LUPDATE), arguments.split(QLatin1Char(' ')) << fresh);
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);

        const auto all = readTranslations(fresh);
        QVERIFY(all.size() > 1500);
        QStringList wrong;
        for (const auto &[name, said] : all) {
            if (!said.state.isEmpty() || said.translation.isEmpty())
                wrong.append(QString(
                    (said.state.isEmpty() ? QStringLiteral("empty") : said.state) + QLatin1String(" in ") + name));
            else if (places(said.source) != places(said.translation))
                wrong.append(QString(QLatin1String("other places in ") + name));
            // "M" is an abbreviation in English alone.
            else if (ending(said.source) != ending(said.translation) && said.source != QLatin1String("%1 M"))
                wrong.append(QString(QLatin1String("another ending in ") + name));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"

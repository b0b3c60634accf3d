// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/attachment.h"
#include "core/turn/abilities.h"
#include "core/wire/dialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace breakwater;

namespace {

const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n") + "rest";

Attachment made(const char *name, const QByteArray &bytes)
{
    return std::get<Attachment>(attachmentFrom(QString::fromLatin1(name), bytes));
}

QJsonArray contentOf(Dialect dialect, const Said &said)
{
    Provider provider;
    provider.dialect = dialect;
    provider.baseUrl = QUrl(QStringLiteral("https://h"));
    Ask ask;
    ask.model = QStringLiteral("m");
    ask.said = {said};
    const QJsonObject body = QJsonDocument::fromJson(encode(provider, "k", ask).body).object();
    return body.value(QLatin1String("messages")).toArray().at(0).toObject().value(QLatin1String("content")).toArray();
}

} // namespace

class TestAttachment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsWhatItsBytesAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<AttachmentKind>("kind");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("PNG") << QStringLiteral("a") << png << AttachmentKind::Image << QByteArray("image/png");
        QTest::newRow("JPEG named a text") << QStringLiteral("a.txt") << QByteArray("\xff\xd8\xff\xe0") << AttachmentKind::Image << QByteArray("image/jpeg");
        QTest::newRow("GIF") << QStringLiteral("a.gif") << QByteArray("GIF89a") << AttachmentKind::Image << QByteArray("image/gif");
        QTest::newRow("WebP") << QStringLiteral("a.webp") << QByteArray("RIFF\0\0\0\0WEBPVP8 ", 16) << AttachmentKind::Image << QByteArray("image/webp");
        QTest::newRow("PDF") << QStringLiteral("a.pdf") << QByteArray("%PDF-1.7\n") << AttachmentKind::Pdf << QByteArray("application/pdf");
        QTest::newRow("text") << QStringLiteral("a.cpp") << QByteArray("int main() { }") << AttachmentKind::Text << QByteArray("text/plain");
        QTest::newRow("SVG is text") << QStringLiteral("a.svg") << QByteArray("<svg/>") << AttachmentKind::Text << QByteArray("text/plain");
    }
    void aFileIsWhatItsBytesAre()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const Attachment attachment = std::get<Attachment>(attachmentFrom(name, bytes));
        QTEST(attachment.kind, "kind");
        QTEST(attachment.mediaType, "type");
        QCOMPARE(attachment.data, bytes);
        QVERIFY(tokensIn(attachment) > 0);
    }

    void textBecomesUtf8()
    {
        const QString words = QStringLiteral("Möwen 🕊\n");
        const QByteArray utf16 = QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char *>(words.utf16()), words.size() * 2);
        QCOMPARE(made("a.txt", utf16).data, words.toUtf8());
        QCOMPARE(made("a.txt", QByteArray("\xef\xbb\xbf") + words.toUtf8()).data, words.toUtf8());
    }

    void whatProvidersDoNotReadIsAProblem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<AttachmentProblem>("problem");
        QTest::newRow("nothing") << QStringLiteral("a") << QByteArray() << AttachmentProblem::Empty;
        QTest::newRow("latin 1") << QStringLiteral("a.csv") << QByteArray("caf\xe9") << AttachmentProblem::NotText;
        QTest::newRow("a NUL") << QStringLiteral("a.bin") << QByteArray("a\0b", 3) << AttachmentProblem::UnknownKind;
        QTest::newRow("half a letter at the end") << QStringLiteral("a.txt") << QByteArray("caf\xc3") << AttachmentProblem::NotText;
        QTest::newRow("no PDF") << QStringLiteral("A.PDF") << QByteArray("hello") << AttachmentProblem::NotAPdf;
        QTest::newRow("a large image") << QStringLiteral("a.png") << png + QByteArray(mostImageBytes, 'x') << AttachmentProblem::ImageTooLarge;
        QTest::newRow("a large file") << QStringLiteral("a.txt") << QByteArray(mostAttachedBytes + 1, 'x') << AttachmentProblem::FileTooLarge;
    }
    void whatProvidersDoNotReadIsAProblem()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto result = attachmentFrom(name, bytes);
        QVERIFY(std::holds_alternative<AttachmentProblem>(result));
        QTEST(std::get<AttachmentProblem>(result), "problem");
    }

    void anthropicGetsBlocksBeforeTheText()
    {
        const QJsonArray content = contentOf(Dialect::Anthropic,
            {Role::User, QStringLiteral("Why?"), {}, {made("a.png", png), made("b.pdf", "%PDF-1"), made("c.txt", "words")}});
        QCOMPARE(content.size(), 4);
        QCOMPARE(content.at(0)[QLatin1String("type")].toString(), QStringLiteral("image"));
        QCOMPARE(content.at(0)[QLatin1String("source")][QLatin1String("media_type")].toString(), QStringLiteral("image/png"));
        QCOMPARE(QByteArray::fromBase64(content.at(0)[QLatin1String("source")][QLatin1String("data")].toString().toLatin1()), png);
        QCOMPARE(content.at(1)[QLatin1String("type")].toString(), QStringLiteral("document"));
        QCOMPARE(content.at(1)[QLatin1String("source")][QLatin1String("type")].toString(), QStringLiteral("base64"));
        QCOMPARE(content.at(2)[QLatin1String("source")][QLatin1String("type")].toString(), QStringLiteral("text"));
        QCOMPARE(content.at(2)[QLatin1String("source")][QLatin1String("data")].toString(), QStringLiteral("words"));
        QCOMPARE(content.at(2)[QLatin1String("title")].toString(), QStringLiteral("c.txt"));
        QCOMPARE(content.at(3)[QLatin1String("text")].toString(), QStringLiteral("Why?"));
    }

    void othersGetParts()
    {
        const QJsonArray content
            = contentOf(Dialect::OpenAi, {Role::User, QString(), {}, {made("a.png", png), made("b.pdf", "%PDF-1"), made("c.txt", "words")}});
        QCOMPARE(content.size(), 3); // no part for a text that is empty
        QVERIFY(content.at(0)[QLatin1String("image_url")][QLatin1String("url")].toString().startsWith(QStringLiteral("data:image/png;base64,")));
        QCOMPARE(content.at(1)[QLatin1String("file")][QLatin1String("filename")].toString(), QStringLiteral("b.pdf"));
        QVERIFY(content.at(2)[QLatin1String("text")].toString().contains(QStringLiteral("words")));
    }

    void aRouteThatCannotReadAFileIsPassedBy()
    {
        RouteTable table;
        Catalogue catalogue;
        Chain chain;
        for (const auto &[name, sees] : {std::pair {"blind", std::optional(false)}, std::pair {"seeing", std::optional(true)}, std::pair {"unknown", std::optional<bool>()}}) {
            const QString id = QString::fromLatin1(name);
            table.routes.push_back({RouteId(id), ProviderId(QStringLiteral("p")), id, id});
            Model model;
            model.id = id;
            model.seesImages = sees;
            catalogue.facts(ProviderId(QStringLiteral("p"))).models.push_back(model);
            chain.steps.emplace_back().route = RouteId(id);
        }
        const std::vector<Attachment> picture {made("a.png", png)};
        const Chain able = stepsThatRead(chain, picture, table, catalogue);
        QCOMPARE(able.steps.size(), std::size_t(2));
        QCOMPARE(able.steps.front().route, RouteId(QStringLiteral("seeing")));
        QCOMPARE(stepsThatRead(chain, {made("c.txt", "words")}, table, catalogue), chain);
        chain.steps.resize(1);
        QCOMPARE(stepsThatRead(chain, picture, table, catalogue), chain); // better refused than without a route
    }

    void aModelWhoseWindowIsFarTooSmallIsPassedBy()
    {
        RouteTable table;
        Catalogue catalogue;
        Chain chain;
        for (const auto &[name, most] : {std::pair {"small", std::optional<qint64>(10'000)}, std::pair {"large", std::optional<qint64>(100'000)}, std::pair {"unknown", std::optional<qint64>()}}) {
            const QString id = QString::fromLatin1(name);
            table.routes.push_back({RouteId(id), ProviderId(QStringLiteral("p")), id, id});
            Model model;
            model.id = id;
            model.mostInput = most;
            catalogue.facts(ProviderId(QStringLiteral("p"))).models.push_back(model);
            chain.steps.emplace_back().route = RouteId(id);
        }
        QCOMPARE(stepsThatRead(chain, {}, table, catalogue, 12'000), chain); // a guess may be so far off
        QCOMPARE(stepsThatRead(chain, {}, table, catalogue, 13'000).steps.front().route, RouteId(QStringLiteral("large")));
        QCOMPARE(stepsThatRead(chain, {}, table, catalogue, 200'000).steps.front().route, RouteId(QStringLiteral("unknown")));
        chain.steps.resize(1);
        QCOMPARE(stepsThatRead(chain, {}, table, catalogue, 200'000), chain);
    }

    void theChainIsCutToWhatReadsAllPages()
    {
        RouteTable table;
        Catalogue catalogue;
        Chain chain;
        for (const char *name : {"anthropic", "local"})
            table.providers.push_back({ProviderId(QString::fromLatin1(name)), QString::fromLatin1(name), qstrcmp(name, "local") == 0 ? Dialect::OpenAi : Dialect::Anthropic, {}, true, false});
        const auto add = [&](const char *provider, const char *id, std::optional<qint64> window) {
            const ProviderId owner(QString::fromLatin1(provider));
            table.routes.push_back({RouteId(QString::fromLatin1(id)), owner, QString::fromLatin1(id), {}});
            Model model;
            model.id = QString::fromLatin1(id);
            model.mostInput = window;
            catalogue.facts(owner).models.push_back(model);
            chain.steps.emplace_back().route = RouteId(model.id);
        };
        add("anthropic", "small", 200'000);
        add("anthropic", "large", 1'000'000);
        add("local", "qwen", {});
        QCOMPARE(mostPages(RouteId(QStringLiteral("small")), table, catalogue), std::optional(100));
        QCOMPARE(mostPages(RouteId(QStringLiteral("large")), table, catalogue), std::optional(600));
        QVERIFY(!mostPages(RouteId(QStringLiteral("qwen")), table, catalogue));
        Attachment pdf = made("a.pdf", "%PDF-1");
        const auto left = [&](int pages) {
            pdf.pages = pages;
            return stepsThatRead(chain, {pdf, pdf}, table, catalogue).steps.size();
        };
        QCOMPARE(left(50), std::size_t(3));
        QCOMPARE(left(51), std::size_t(2));
        QCOMPARE(left(301), std::size_t(1)); // of that one nobody knows
    }

    void aQuestionOfFilesAloneIsHistory()
    {
        Message asked;
        asked.id = MessageId(QStringLiteral("1"));
        asked.turn = TurnId(QStringLiteral("t"));
        asked.attachments = {made("c.txt", "words")};
        Message answered = asked;
        answered.id = MessageId(QStringLiteral("2"));
        answered.role = Role::Assistant;
        answered.text = QStringLiteral("Yes.");
        answered.attachments.clear();
        Message next;
        next.id = MessageId(QStringLiteral("3"));
        next.turn = TurnId(QStringLiteral("u"));
        next.after = asked.turn;
        next.text = QStringLiteral("And?");
        const auto history = historyFor({asked, answered, next}, next.id);
        QCOMPARE(history.size(), std::size_t(3));
        QCOMPARE(history.front().attachments, asked.attachments);
    }
};

QTEST_GUILESS_MAIN(TestAttachment)
#include "tst_attachment.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/modellist.h"
#include "core/store/cataloguejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace breakwater;

namespace {

QByteArray listed(const QJsonArray &data)
{
    return QJsonDocument(QJsonObject {{QStringLiteral("data"), data}}).toJson();
}

QJsonObject supported(bool is)
{
    return {{QStringLiteral("supported"), is}};
}

QJsonObject opus()
{
    return {{QStringLiteral("type"), QStringLiteral("model")}, {QStringLiteral("id"), QStringLiteral("claude-opus-5-5")},
        {QStringLiteral("display_name"), QStringLiteral("Claude Opus 5.5")}, {QStringLiteral("lifecycle"), QStringLiteral("deprecated")},
        {QStringLiteral("retires_at"), QStringLiteral("2027-01-22T00:00:00Z")}, {QStringLiteral("max_input_tokens"), 1'000'000}, {QStringLiteral("max_tokens"), 128'000},
        {QStringLiteral("capabilities"),
            QJsonObject {{QStringLiteral("image_input"), supported(true)}, {QStringLiteral("pdf_input"), supported(false)}, {QStringLiteral("batch"), supported(true)},
                {QStringLiteral("thinking"), QJsonObject {{QStringLiteral("supported"), true}, {QStringLiteral("types"), QJsonObject {{QStringLiteral("adaptive"), supported(true)}}}}},
                {QStringLiteral("effort"), QJsonObject {{QStringLiteral("supported"), true}, {QStringLiteral("low"), supported(true)}, {QStringLiteral("xhigh"), QJsonValue()}, {QStringLiteral("max"), supported(true)}}}}}};
}

} // namespace

class TestModelList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnthropicSaysOfAModelIsRead()
    {
        const auto page = modelsFromJson(Dialect::Anthropic, listed({opus()}));
        QVERIFY(page);
        QCOMPARE(page->models.size(), std::size_t(1));
        const Model &model = page->models.front();
        QCOMPARE(model.id, QStringLiteral("claude-opus-5-5"));
        QCOMPARE(model.name, QStringLiteral("Claude Opus 5.5"));
        QCOMPARE(model.lifecycle, Lifecycle::Deprecated);
        QCOMPARE(model.retiresAt->time_since_epoch(), std::chrono::milliseconds(1'800'576'000'000));
        QCOMPARE(model.mostInput, std::optional<qint64>(1'000'000));
        QCOMPARE(model.mostOutput, std::optional<qint64>(128'000));
        QCOMPARE(model.seesImages, std::optional(true));
        QCOMPARE(model.readsPdf, std::optional(false));
        QCOMPARE(model.takesBatches, std::optional(true));
        QCOMPARE(model.thinks, std::optional(true));
        QCOMPARE(model.efforts, (std::vector {Effort::Low, Effort::Max}));
        QVERIFY(page->next.isEmpty());
    }

    void whatIsNotSaidIsNotKnown()
    {
        const auto page = modelsFromJson(Dialect::OpenAi, R"({"object":"list","data":[{"id":"gpt-x","object":"model","created":1,"owned_by":"o"}]})");
        QCOMPARE(page->models.front().name, QStringLiteral("gpt-x"));
        QVERIFY(!page->models.front().thinks);
        QVERIFY(!page->models.front().mostInput);
        QCOMPARE(page->models.front().lifecycle, Lifecycle::Active);
    }

    void otherServersSayMore_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("window");
        QTest::newRow("OpenRouter") << QByteArray(R"({"data":[{"id":"a/b","name":"A: B","context_length":200000,"architecture":{"input_modalities":["text","image"]}}]})") << 200'000;
        QTest::newRow("Groq") << QByteArray(R"({"data":[{"id":"llama","context_window":131072,"max_completion_tokens":32768}]})") << 131'072;
        QTest::newRow("LM Studio") << QByteArray(R"({"data":[{"id":"qwen","max_context_length":32768}]})") << 32'768;
        QTest::newRow("a bare list") << QByteArray(R"([{"id":"qwen","context_length":4096}])") << 4096;
    }
    void otherServersSayMore()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, window);
        const auto page = modelsFromJson(Dialect::OpenAi, json);
        QVERIFY(page);
        QCOMPARE(page->models.front().mostInput, std::optional<qint64>(window));
    }

    void aListThatGoesOnSaysWhere()
    {
        const auto page = modelsFromJson(Dialect::Anthropic, R"({"data":[{"id":"a"}],"has_more":true,"first_id":"a","last_id":"a"})");
        QCOMPARE(page->next, QStringLiteral("a"));
        QVERIFY(modelsFromJson(Dialect::Anthropic, R"({"data":[],"has_more":true,"last_id":"a"})")->next.isEmpty()); // it would go on for ever
    }

    void whatIsNoListIsAFault_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *each : {"", "{}", "nonsense", "\"text\"", R"({"data":{}})", R"({"error":"no"})", "<html></html>"})
            QTest::newRow(each) << QByteArray(each);
    }
    void whatIsNoListIsAFault()
    {
        QFETCH(QByteArray, json);
        const auto page = modelsFromJson(Dialect::OpenAi, json);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, FaultKind::Protocol);
    }

    void rubbishBetweenTheModelsIsLeftOut()
    {
        const auto page = modelsFromJson(Dialect::Anthropic,
            R"({"data":[null,1,"x",[],{},{"id":7},{"id":""},{"id":"good","display_name":["no"],"max_tokens":-1,"retires_at":"soon","capabilities":7},{"id":"good"}]})");
        QCOMPARE(page->models.size(), std::size_t(1));
        QCOMPARE(page->models.front().name, QStringLiteral("good"));
        QVERIFY(!page->models.front().mostOutput);
        QVERIFY(!page->models.front().retiresAt);
    }

    void fiveThousandModelsAreRead()
    {
        QJsonArray data;
        for (int i = 0; i < 5000; ++i)
            data.append(QJsonObject {{QStringLiteral("id"), QStringLiteral("model-%1").arg(i)}});
        QCOMPARE(modelsFromJson(Dialect::OpenAi, listed(data))->models.size(), std::size_t(5000));
    }

    void whatIsKnownOutlivesTheProgram()
    {
        Catalogue known;
        ProviderFacts &facts = known.facts(ProviderId(QStringLiteral("anthropic")));
        facts.models = modelsFromJson(Dialect::Anthropic, listed({opus(), QJsonObject {{QStringLiteral("id"), QStringLiteral("bare")}}}))->models;
        facts.readAt = WallTime(std::chrono::milliseconds(1'800'000'000'123));
        facts.plainModels = {QStringLiteral("bare")};
        known.facts(ProviderId(QStringLiteral("office"))).olderVersion = true;
        QCOMPARE(catalogueFromJson(QJsonDocument::fromJson(QJsonDocument(catalogueToJson(known)).toJson()).object()), known);
    }

    void aDamagedFileTellsWhatItCan()
    {
        const auto object = QJsonDocument::fromJson(R"({"a":7,"b":{"models":[1,{"id":"x","efforts":["Low","New"],"lifecycle":"New"}],"readAt":"then"}})").object();
        const Catalogue read = catalogueFromJson(object);
        const Model *model = read.model(ProviderId(QStringLiteral("b")), QStringLiteral("x"));
        QVERIFY(model != nullptr);
        QCOMPARE(model->efforts, std::vector {Effort::Low});
        QVERIFY(!read.provider(ProviderId(QStringLiteral("b")))->readAt);
    }
};

QTEST_GUILESS_MAIN(TestModelList)
#include "tst_modellist.moc"

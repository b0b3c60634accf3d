// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/sampling.h"
#include "core/turn/asking.h"

#include <QtTest>

using namespace breakwater;

namespace {

const MessageId asked(QStringLiteral("q"));

Provider at(Dialect dialect)
{
    Provider provider;
    provider.id = ProviderId(QStringLiteral("p"));
    provider.dialect = dialect;
    return provider;
}

/// What goes to `model` for a person's wishes.
Ask askOf(const Provider &provider, const QString &model, const Instructions &wanted, const Catalogue &catalogue = {})
{
    Message question;
    question.id = asked;
    question.text = QStringLiteral("Why?");
    const std::vector<Message> messages {question};
    const Route route {RouteId(QStringLiteral("r")), provider.id, model, {}};
    return askFor({nullptr, messages, asked, &wanted}, provider, route, catalogue);
}

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void claudeTakesItUpToFourPointSix_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<Sampling>("sampling");
        const auto row = [](const char *model, Sampling sampling) { QTest::newRow(model) << QString::fromLatin1(model) << sampling; };
        for (const char *model : {"claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5", "claude-haiku-4-5-20251001", "claude-sonnet-4-5-20250929", "claude-opus-4-20250514",
                 "claude-3-5-sonnet-20241022"})
            row(model, Sampling::Taken);
        for (const char *model : {"claude-opus-4-7", "claude-opus-4-8", "claude-sonnet-5", "claude-fable-5", "claude-fable-5-2", "claude-opus-5-5", "claude-haiku-5-5",
                 "claude-mythos-preview", "claude-mythos-5-1"})
            row(model, Sampling::Refused);
        for (const char *model : {"claude-next", "one", ""})
            row(model, Sampling::Unknown);
    }
    void claudeTakesItUpToFourPointSix()
    {
        QFETCH(QString, model);
        QTEST(samplingOf(at(Dialect::Anthropic), model, nullptr), "sampling");
    }

    void otherServersAreAskedUntilOneRefuses()
    {
        const Provider provider = at(Dialect::OpenAi);
        ProviderFacts facts;
        QCOMPARE(samplingOf(provider, QStringLiteral("gpt"), &facts), Sampling::Unknown);
        facts.plainModels.insert(QStringLiteral("gpt"));
        QCOMPARE(samplingOf(provider, QStringLiteral("gpt"), &facts), Sampling::Refused);
        QCOMPARE(samplingOf(provider, QStringLiteral("qwen"), &facts), Sampling::Unknown);
    }

    void claudeIsNotAskedForBothNorForMoreThanOne()
    {
        const Ask ask = askOf(at(Dialect::Anthropic), QStringLiteral("claude-haiku-4-5"), {{}, 1.7, 0.9, {}});
        QCOMPARE(ask.temperature, std::optional(1.0));
        QVERIFY(!ask.topP);
        QVERIFY(ask.olderVersion);
        QCOMPARE(askOf(at(Dialect::Anthropic), QStringLiteral("claude-haiku-4-5"), {{}, {}, 0.9, {}}).topP, std::optional(0.9));
        const Ask other = askOf(at(Dialect::OpenAi), QStringLiteral("qwen"), {{}, 1.7, 0.9, {}});
        QCOMPARE(other.temperature, std::optional(1.7));
        QCOMPARE(other.topP, std::optional(0.9));
        QVERIFY(!other.olderVersion);
    }

    void aModelThatIsAskedSoDoesNotThinkAloud()
    {
        Catalogue catalogue;
        Model model;
        model.id = QStringLiteral("claude-opus-4-6");
        model.thinks = true;
        model.mostOutput = 1000;
        catalogue.facts(ProviderId(QStringLiteral("p"))).models = {model};
        QVERIFY(askOf(at(Dialect::Anthropic), model.id, {}, catalogue).thinkAloud);
        QVERIFY(!askOf(at(Dialect::Anthropic), model.id, {{}, 0.5, {}, {}}, catalogue).thinkAloud);
        QCOMPARE(askOf(at(Dialect::Anthropic), model.id, {{}, {}, {}, 5000}, catalogue).mostTokens, qint64(1000)); // no more than it can
        QCOMPARE(askOf(at(Dialect::Anthropic), model.id, {{}, {}, {}, 500}, catalogue).mostTokens, qint64(500));
    }

    void aLimitOfTheAnswerIsNeverLeftOut() // a person said how much they pay for at most
    {
        const Ask limited = askOf(at(Dialect::OpenAi), QStringLiteral("qwen"), {{}, {}, {}, 500});
        QVERIFY(!hasExtras(limited));
        QVERIFY(withoutExtras(limited).limits);
        QCOMPARE(withoutExtras(limited).mostTokens, qint64(500));
    }

    void theSystemPromptCountsForTheCache()
    {
        QVERIFY(!askOf(at(Dialect::Anthropic), QStringLiteral("m"), {}).cache);
        QVERIFY(askOf(at(Dialect::Anthropic), QStringLiteral("m"), {QString(20'000, QLatin1Char('a')), {}, {}, {}}).cache);
    }
};

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"

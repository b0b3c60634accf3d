// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/httpfault.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 18h;
const QUrl url(QStringLiteral("https://api.example.com/v1/messages"));

Fault faultFor(int status, const QByteArray &body, Headers headers = {})
{
    return faultFromResponse({status, headers}, body, url, now);
}

QByteArray anthropicError(const char *type, const char *code = "")
{
    QByteArray details;
    if (*code != '\0')
        details = QByteArray(R"(,"details":{"error_code":")") + code + "\"}";
    return QByteArray(R"({"type":"error","error":{"type":")") + type + R"(","message":"m")" + details + R"(},"request_id":"req_body"})";
}

QByteArray openAiError(const char *type, const char *code)
{
    return QByteArray(R"({"error":{"message":"m","param":null,"type":)") + type + R"(,"code":)" + code + "}}";
}

const QByteArray html = "<html><body>Sign in</body></html>";

} // namespace

class TestHttpFault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachResponseHasItsFault_data()
    {
        using enum FaultKind;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<FaultKind>("kind");
        const auto row = [](const char *name, int status, const QByteArray &body, FaultKind kind, const char *retryAfter = "") {
            QTest::newRow(name) << status << body << QByteArray(retryAfter) << kind;
        };
        // Anthropic
        row("400", 400, anthropicError("invalid_request_error"), BadRequest);
        row("400 own spend limit", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01."}})", QuotaHard);
        row("400 too long", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 210000 tokens > 200000 maximum"}})", TooLarge);
        row("400 on hold", 400, anthropicError("invalid_request_error", "organization_on_hold"), BadRequest);
        row("401", 401, anthropicError("authentication_error"), Auth);
        row("402", 402, anthropicError("billing_error"), Billing);
        row("403", 403, anthropicError("permission_error"), Forbidden);
        row("404", 404, anthropicError("not_found_error"), NoModel);
        row("408", 408, "", TimeoutServer);
        row("409", 409, anthropicError("conflict_error"), Conflict);
        row("413", 413, anthropicError("request_too_large"), TooLarge);
        row("413 from the edge", 413, html, TooLarge);
        row("422", 422, anthropicError("invalid_request_error"), BadRequest);
        row("425", 425, "{}", Transient);
        row("429", 429, anthropicError("rate_limit_error"), RateLimited, "3");
        row("429 blind", 429, "", RateLimited);
        row("429 monthly cap", 429, anthropicError("rate_limit_error", "enforced_spend_limit_reached"), QuotaHard);
        row("429 contract cap", 429, anthropicError("rate_limit_error", "contract_spend_limit_reached"), QuotaHard);
        row("429 ramp", 429, anthropicError("rate_limit_error", "ramp_limit_exceeded"), RateLimited, "20");
        row("429 a new code", 429, anthropicError("rate_limit_error", "moon_phase"), RateLimited);
        row("451", 451, "{}", Legal);
        row("499", 499, "", Transient);
        row("500", 500, anthropicError("api_error"), Transient);
        row("500 bare", 500, "", Transient);
        row("501", 501, "", BadRequest);
        row("502", 502, html, TransientGateway);
        row("503", 503, html, Transient);
        row("503 cmek", 503, anthropicError("api_error", "cmek_key_unreachable"), Transient);
        row("503 with a hint", 503, html, Overloaded, "5");
        row("503 that says overloaded", 503, anthropicError("overloaded_error"), Overloaded);
        row("504", 504, anthropicError("timeout_error"), TransientGateway);
        row("505", 505, "", BadRequest);
        row("507", 507, "", Transient);
        row("511", 511, html, Portal);
        row("520", 520, html, TransientGateway);
        row("524", 524, html, TransientGateway);
        row("530", 530, html, TransientGateway);
        row("529", 529, anthropicError("overloaded_error"), Overloaded);
        row("529 bare", 529, "", Overloaded);
        // In between
        row("400 HTML", 400, html, Intermediary);
        row("403 HTML", 403, html, Intermediary);
        row("404 HTML", 404, html, BadRequest);
        row("407", 407, html, Proxy);
        row("418 HTML", 418, html, Intermediary);
        row("418 JSON", 418, "{\"a\":1}", BadRequest);
        row("302", 302, html, Redirected);
        row("308", 308, "", Redirected);
        row("204", 204, "", Protocol);
        // OpenAI
        row("OpenAI key", 401, openAiError("\"invalid_request_error\"", "\"invalid_api_key\""), Auth);
        row("OpenAI country", 403, openAiError("null", "\"unsupported_country_region_territory\""), Forbidden);
        row("OpenAI model", 404, openAiError("\"invalid_request_error\"", "\"model_not_found\""), NoModel);
        row("OpenAI rate", 429, openAiError("\"tokens\"", "\"rate_limit_exceeded\""), RateLimited);
        row("OpenAI slow down", 429, openAiError("\"rate_limit_error\"", "\"slow_down\""), RateLimited);
        row("OpenAI slow down as 503", 503, openAiError("\"rate_limit_error\"", "\"slow_down\""), RateLimited);
        row("OpenAI quota", 429, openAiError("\"insufficient_quota\"", "\"insufficient_quota\""), QuotaHard);
        row("OpenAI credit", 429, openAiError("\"insufficient_quota\"", "\"credit_balance_exhausted\""), QuotaHard);
        row("OpenAI organisation cap", 429, openAiError("null", "\"organization_spend_limit_exceeded\""), QuotaHard);
        row("OpenAI project cap", 429, openAiError("null", "\"project_spend_limit_exceeded\""), QuotaHard);
        row("OpenAI usage cap", 429, openAiError("null", "\"organization_usage_limit_exceeded\""), QuotaHard);
        row("OpenAI overloaded", 503, openAiError("\"service_unavailable_error\"", "\"server_is_overloaded\""), Overloaded);
        row("OpenAI context", 400, openAiError("\"invalid_request_error\"", "\"context_length_exceeded\""), TooLarge);
        row("OpenAI server error", 500, openAiError("\"server_error\"", "null"), Transient);
        // The others
        row("Ollama model", 404, openAiError("\"not_found_error\"", "null"), NoModel);
        row("Ollama native", 500, R"({"error":"model crashed"})", Transient);
        row("llama.cpp loading", 503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})", Transient);
        row("llama.cpp context", 400, R"({"error":{"code":400,"message":"m","type":"exceed_context_size_error"}})", TooLarge);
        row("llama.cpp unsupported", 501, R"({"error":{"code":501,"message":"m","type":"not_supported_error"}})", BadRequest);
        row("OpenRouter credits", 402, R"({"error":{"code":402,"message":"m"}})", Billing);
        row("OpenRouter overloaded", 529, R"({"error":{"code":529,"message":"m"}})", Overloaded);
        row("Groq flex", 498, openAiError("null", "\"capacity_exceeded\""), Overloaded);
        row("Gemini", 429, R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}])", RateLimited);
        row("Gemini overloaded", 503, R"({"error":{"code":503,"message":"m","status":"UNAVAILABLE"}})", Overloaded);
        row("LiteLLM", 429, openAiError("\"throttling_error\"", "\"429\""), RateLimited);
        row("LiteLLM budget", 400, openAiError("\"budget_exceeded\"", "\"400\""), QuotaHard);
    }
    void eachResponseHasItsFault()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, retryAfter);
        QFETCH(FaultKind, kind);
        const Headers headers = retryAfter.isEmpty() ? Headers {} : Headers {{"Retry-After", retryAfter}};
        const Fault fault = faultFor(status, body, headers);
        QCOMPARE(fault.kind, kind);
        QCOMPARE(fault.status, std::optional(status));
        QCOMPARE(fault.host, QStringLiteral("api.example.com"));
        QCOMPARE(fault.hint.has_value(), !retryAfter.isEmpty());
    }

    void aPageInsteadOfAnAnswerIsAPortal()
    {
        QCOMPARE(faultFor(200, html, {{"content-type", "text/html; charset=utf-8"}}).kind, FaultKind::Portal);
        QCOMPARE(faultFor(200, "{}", {{"content-type", "application/json"}}).kind, FaultKind::Protocol);
    }

    void anErrorEventMeansWhatItsStatusWould_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        for (const auto &[type, status] : {std::pair("invalid_request_error", 400), std::pair("authentication_error", 401), std::pair("billing_error", 402),
                 std::pair("permission_error", 403), std::pair("not_found_error", 404), std::pair("conflict_error", 409), std::pair("rate_limit_error", 429),
                 std::pair("api_error", 500), std::pair("timeout_error", 504), std::pair("overloaded_error", 529)})
            QTest::newRow(type) << QByteArray(type) << status;
    }
    void anErrorEventMeansWhatItsStatusWould()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, status);
        const QByteArray body = anthropicError(type);
        QCOMPARE(faultFromErrorJson(body).kind, faultFor(status, body).kind);
    }

    void theWordsOfTheProviderAreKeptWithoutKeys()
    {
        const Fault fault = faultFor(401, R"({"error":{"type":"authentication_error","message":"bad key sk-ant-api03-secretsecret"}})", {{"request-id", "req_head"}, {"x-should-retry", "false"}});
        QCOMPARE(fault.type, QStringLiteral("authentication_error"));
        QCOMPARE(fault.detail, QStringLiteral("bad key [key removed]"));
        QCOMPARE(fault.requestId, QStringLiteral("req_head"));
        QCOMPARE(fault.shouldRetry, std::optional(false));
        QCOMPARE(faultFor(529, anthropicError("overloaded_error"), {{"X-Should-Retry", "true"}}).shouldRetry, std::optional(true));
        QCOMPARE(faultFor(529, anthropicError("overloaded_error")).requestId, QStringLiteral("req_body"));
        QCOMPARE(faultFor(429, openAiError("null", "null"), {{"x-request-id", "abc"}}).requestId, QStringLiteral("abc"));
    }

    void aRedirectNamesItsTargetWithoutCredentials()
    {
        const Fault fault = faultFor(307, {}, {{"Location", "https://user:secret@other.example/x"}});
        QCOMPARE(fault.kind, FaultKind::Redirected);
        QCOMPARE(fault.detail, QStringLiteral("https://other.example/x"));
    }

    void roomIsReadFromEitherDialect()
    {
        const auto anthropic = roomsFrom({{"anthropic-ratelimit-requests-limit", "50"}, {"anthropic-ratelimit-requests-remaining", "49"},
                                             {"anthropic-ratelimit-requests-reset", "2026-11-24T18:00:30Z"}, {"anthropic-ratelimit-output-tokens-limit", "8000"},
                                             {"anthropic-ratelimit-output-tokens-remaining", "0"}},
            now);
        QCOMPARE(anthropic, (std::vector<RoomLeft> {{RoomLeft::Dimension::Requests, 50, 49, now + 30s}, {RoomLeft::Dimension::OutputTokens, 8000, 0, {}}}));
        const auto openAi = roomsFrom({{"x-ratelimit-limit-requests", "60"}, {"x-ratelimit-remaining-requests", "59"}, {"x-ratelimit-reset-requests", "1s"},
                                          {"x-ratelimit-limit-tokens", "30,000"}, {"x-ratelimit-remaining-tokens", "29984"}, {"x-ratelimit-reset-tokens", "6m0s"}},
            now);
        QCOMPARE(openAi, (std::vector<RoomLeft> {{RoomLeft::Dimension::Requests, 60, 59, now + 1s}, {RoomLeft::Dimension::Tokens, 30000, 29984, now + 360s}}));
    }

    void unknownLimitsAreNoRoom()
    {
        QVERIFY(roomsFrom({{"x-ratelimit-limit-requests", "-1"}, {"x-ratelimit-remaining-requests", "-1"}}, now).empty());
        QVERIFY(roomsFrom({{"x-ratelimit-limit-requests", "0"}, {"x-ratelimit-remaining-requests", "0"}}, now).empty());
        QVERIFY(roomsFrom({{"anthropic-ratelimit-tokens-limit", "many"}}, now).empty());
        QVERIFY(roomsFrom({}, now).empty());
    }

    void theRawResponseIsBoundedAndWithoutKeys()
    {
        const HttpHead head {529, {{"Retry-After", "3"}, {"Set-Cookie", "session=secret"}}};
        const QString text = rawResponseText(head, "{\"a\":\"sk-ant-api03-secretsecret\"}" + QByteArray(100'000, 'x'));
        QVERIFY(text.startsWith(QStringLiteral("HTTP 529\nretry-after: 3\nset-cookie: [key removed]\n\n{\"a\":\"[key removed]\"}")));
        QCOMPARE(text.size(), 8 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestHttpFault)
#include "tst_httpfault.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/httpfault.h"
#include "tests/support/properties.h"

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

rc::Gen<QByteArray> anyText()
{
    return rc::gen::element<QByteArray>("\"\"", "\"429\"", "\"overloaded_error\"", "\"insufficient_quota\"", "\"regain access on 2026-13-41\"", "\"\\u0000\"", "\"\xff\"", "429", "-1", "1e308",
        "99999999999999999999", "529.5", "null", "true", "[]", "{}");
}

/// JSON that has the words of errors in the wrong places.
rc::Gen<QByteArray> anyJson(int depth)
{
    if (depth == 0)
        return anyText();
    return rc::gen::oneOf(anyText(), rc::gen::map(rc::gen::pair(rc::gen::element<QByteArray>("error", "type", "code", "message", "details", "error_code", "status", "metadata", "request_id"), rc::gen::lazy([depth] { return anyJson(depth - 1); })),
                                         [](const std::pair<QByteArray, QByteArray> &each) { return QByteArray("{\"" + each.first + "\":" + each.second + '}'); }),
        rc::gen::map(rc::gen::pair(rc::gen::lazy([depth] { return anyJson(depth - 1); }), rc::gen::lazy([depth] { return anyJson(depth - 1); })),
            [](const std::pair<QByteArray, QByteArray> &each) { return QByteArray("{\"error\":" + each.first + ",\"message\":" + each.second + '}'); }));
}

rc::Gen<Headers> anyHeaders()
{
    return rc::gen::map(rc::gen::pair(rc::gen::element<QByteArray>("", "text/html", "application/json", "\xff"), rc::gen::element<QByteArray>("", "1", "nan", "//", "https://[", "Sun, 06 Nov 1994 08:49:37 GMT")),
        [](const std::pair<QByteArray, QByteArray> &each) {
            return Headers {{"content-type", each.first}, {"retry-after", each.second}, {"location", each.second}, {"date", each.second}, {"request-id", each.first}};
        });
}

void checkFault(const Fault &fault, int status)
{
    RC_ASSERT(static_cast<std::size_t>(fault.kind) < faultKindCount);
    RC_ASSERT(fault.detail.size() <= 2000 && fault.requestId.size() <= 128);
    if (fault.hint)
        RC_ASSERT(fault.hint->wait > Duration::zero());
    if (status >= 300)
        RC_ASSERT(fault.status == status);
    // Nothing that a server can say makes us believe that we are offline, cancelled, or that the disk failed.
    RC_ASSERT(fault.kind != FaultKind::Cancelled && fault.kind != FaultKind::Offline && fault.kind != FaultKind::DiskFull && fault.kind != FaultKind::Store);
}

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
        row("425", 425, "{}", TooEarly);
        row("429", 429, anthropicError("rate_limit_error"), RateLimited, "3");
        row("429 blind", 429, "", RateLimited);
        row("429 monthly cap", 429, anthropicError("rate_limit_error", "enforced_spend_limit_reached"), QuotaHard);
        row("429 contract cap", 429, anthropicError("rate_limit_error", "contract_spend_limit_reached"), QuotaHard);
        row("429 ramp", 429, anthropicError("rate_limit_error", "ramp_limit_exceeded"), RateLimited, "20");
        row("429 a new code", 429, anthropicError("rate_limit_error", "moon_phase"), RateLimited);
        row("400 prefill", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"This model does not support assistant message prefill. The conversation must end with a user message."}})", Capability);
        row("400 foreign thinking", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0: Invalid `signature` in `thinking` block"}})", HistoryBound);
        row("400 context limit", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000"}})", TooLarge);
        row("451", 451, "{}", Legal);
        row("499", 499, "", TooEarly);
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
        row("507", 507, "", Unknown);
        row("511", 511, html, Portal);
        row("520", 520, html, TransientGateway);
        row("524", 524, html, TransientGateway);
        row("530", 530, html, TransientGateway);
        row("529", 529, anthropicError("overloaded_error"), Overloaded);
        row("529 bare", 529, "", Overloaded);
        // In between
        row("400 HTML", 400, html, Intermediary);
        row("403 HTML", 403, html, Intermediary);
        row("404 HTML", 404, html, Intermediary);
        row("401 HTML", 401, html, Intermediary);
        row("429 HTML", 429, html, RateLimited);
        row("451 HTML", 451, html, Legal);
        row("403 without a trace", 403, "", Intermediary);
        row("404 without words", 404, "", BadRequest);
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
        row("OpenAI parameter", 400, openAiError("\"invalid_request_error\"", "\"unsupported_parameter\""), Capability);
        // The others
        row("OpenRouter money in flight", 402, R"({"error":{"code":402,"message":"m","metadata":{"limit_source":"openrouter_in_flight_budget"}}})", RateLimited, "2");
        row("OpenRouter type", 503, R"({"error":{"code":503,"message":"m","metadata":{"error_type":"provider_overloaded"}}})", Overloaded);
        row("Gemini key", 401, R"([{"error":{"code":401,"message":"m","status":"UNAUTHENTICATED"}}])", Auth);
        row("an array of nothing", 500, "[]", Transient);
        row("a string", 500, "\"no\"", Transient);
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
        QCOMPARE(faultFor(200, "<!DOCTYPE html><title>Sign in</title>").kind, FaultKind::Portal);
        QCOMPARE(faultFor(200, "{}", {{"content-type", "application/json"}}).kind, FaultKind::Protocol);
        QCOMPARE(faultFor(200, R"({"id":"msg_1","content":[]})").kind, FaultKind::Protocol);
    }

    void aNetworkThatWantsASignInSendsToItsOwnPageForNow()
    {
        const Headers away {{"location", "http://portal.example/login"}, {"content-type", "text/html"}};
        for (const int status : {302, 303, 307})
            QCOMPARE(faultFor(status, html, away).kind, FaultKind::Portal);
        for (const int status : {301, 308})
            QCOMPARE(faultFor(status, html, away).kind, FaultKind::Redirected);
        QCOMPARE(faultFor(302, html, {{"location", "/v2/messages"}, {"content-type", "text/html"}}).kind, FaultKind::Redirected);
        QCOMPARE(faultFor(302, "", {{"location", "https://elsewhere.example/"}}).kind, FaultKind::Redirected);
    }

    void anErrorInsideA200IsWhatItsCodeSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &body, FaultKind kind, int status) { QTest::newRow(name) << body << kind << status; };
        row("429", R"({"error":{"code":429,"message":"m"}})", FaultKind::RateLimited, 429);
        row("529", R"({"error":{"code":529,"message":"m"}})", FaultKind::Overloaded, 529);
        row("503 as a string", R"({"error":{"code":"503","message":"m"}})", FaultKind::Transient, 503);
        row("a type", anthropicError("overloaded_error"), FaultKind::Overloaded, 0);
        row("a request error", anthropicError("invalid_request_error"), FaultKind::BadRequest, 400);
        row("words alone", R"({"error":"model crashed"})", FaultKind::Unknown, 0);
        row("a code that is no status", R"({"error":{"code":7,"message":"m"}})", FaultKind::Unknown, 0);
    }
    void anErrorInsideA200IsWhatItsCodeSays()
    {
        QFETCH(QByteArray, body);
        QFETCH(FaultKind, kind);
        QFETCH(int, status);
        const Fault fault = faultFor(200, body);
        QCOMPARE(fault.kind, kind);
        QCOMPARE(fault.status.value_or(0), status);
        QCOMPARE(faultFromErrorJson(body).kind, kind);
        QCOMPARE(faultFromErrorJson(body).status, fault.status);
    }

    void aLimitInsideA200IsWaitedForAsLongAsItSays()
    {
        const Fault fault = faultFor(200, R"({"error":{"code":429,"message":"m"}})", {{"anthropic-ratelimit-requests-remaining", "0"}, {"anthropic-ratelimit-requests-reset", "2026-11-24T18:00:30Z"}});
        QCOMPARE(fault.hint, std::optional(Hint {30s, HintSource::RateLimitReset}));
    }

    void aStatusThatNobodyKnowsIsUnknown_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {506, 510, 528, 531, 599, 600, 999, 0, -1})
            QTest::addRow("%d", status) << status;
    }
    void aStatusThatNobodyKnowsIsUnknown()
    {
        QFETCH(int, status);
        QCOMPARE(faultFor(status, "").kind, FaultKind::Unknown);
    }

    void aGatewayOfTheProvidersEdgeIsAGateway_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530})
            QTest::addRow("%d", status) << status;
    }
    void aGatewayOfTheProvidersEdgeIsAGateway()
    {
        QFETCH(int, status);
        QCOMPARE(faultFor(status, html, {{"content-type", "text/html"}}).kind, FaultKind::TransientGateway);
    }

    void aUsedUpQuotaSaysWhenItIsGrantedAnew()
    {
        const auto body = [](const char *message) -> QByteArray {
            return QByteArray(R"({"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. )") + message + "\"}}";
        };
        const WallTime december = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);
        QCOMPARE(faultFor(400, body("You will regain access on 2026-12-01 at 00:00 UTC.")).returnsAt, std::optional(december));
        QCOMPARE(faultFor(400, body("You will regain access on 2026-12-01.")).returnsAt, std::optional(december));
        QCOMPARE(faultFor(400, body("You will regain access on 2026-12-03T06:30:00Z.")).returnsAt, std::optional(december + 54h + 30min));
        QCOMPARE(faultFor(400, body("You had access until 2026-11-01.")).returnsAt, std::optional<WallTime>());
        QCOMPARE(faultFor(400, body("Some day.")).returnsAt, std::optional<WallTime>());
        QCOMPARE(faultFor(400, body("On 2026-99-99.")).returnsAt, std::optional<WallTime>());
        // The monthly caps name no date: they hold until the month is over.
        QCOMPARE(faultFor(429, anthropicError("rate_limit_error", "enforced_spend_limit_reached")).returnsAt, std::optional(december));
        QCOMPARE(faultFor(429, anthropicError("rate_limit_error", "contract_spend_limit_reached"), {{"date", "Thu, 31 Dec 2026 23:59:59 GMT"}}).returnsAt,
            std::optional<WallTime>(std::chrono::sys_days(std::chrono::year(2027) / 1 / 1)));
        QCOMPARE(faultFor(429, anthropicError("rate_limit_error")).returnsAt, std::optional<WallTime>());
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

    void aResetIsReadByTheServersClock()
    {
        const auto resetBy = [](const char *date, const char *reset, WallTime ours) {
            return roomsFrom({{"Date", date}, {"anthropic-ratelimit-requests-limit", "50"}, {"anthropic-ratelimit-requests-remaining", "0"}, {"anthropic-ratelimit-requests-reset", reset}}, ours).at(0).resetAt;
        };
        QCOMPARE(resetBy("Tue, 24 Nov 2026 20:00:00 GMT", "2026-11-24T20:00:30Z", now), now + 30s); // two hours ahead of ours
        QCOMPARE(resetBy("Tue, 24 Nov 2026 16:00:00 GMT", "2026-11-24T16:00:30Z", now), now + 30s); // behind
        // A Date of whole seconds, come a moment ago: the same clock, or every limit would seem to end a second late.
        QCOMPARE(resetBy("Tue, 24 Nov 2026 18:00:00 GMT", "2026-11-24T18:00:30Z", now + 1'200ms), now + 30s);
    }

    void unknownLimitsAreNoRoom()
    {
        QVERIFY(roomsFrom({{"x-ratelimit-limit-requests", "-1"}, {"x-ratelimit-remaining-requests", "-1"}}, now).empty());
        QVERIFY(roomsFrom({{"x-ratelimit-limit-requests", "0"}, {"x-ratelimit-remaining-requests", "0"}}, now).empty());
        QVERIFY(roomsFrom({{"anthropic-ratelimit-tokens-limit", "many"}}, now).empty());
        QVERIFY(roomsFrom({}, now).empty());
    }

    void anyBytesAreANamedFault()
    {
        QVERIFY(holds("any bytes with any status are a fault", [] {
            const auto body = QByteArray::fromStdString(*rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
            const int status = *rc::gen::inRange(-1, 1000);
            checkFault(faultFor(status, body, *anyHeaders()), status);
            checkFault(faultFromErrorJson(body), 0);
        }));
    }

    void anyJsonIsANamedFault()
    {
        QVERIFY(holds("any JSON with any status is a fault", [] {
            const QByteArray body = *rc::gen::element<QByteArray>("", "[", "[[", "{\"error\":") + *anyJson(4) + *rc::gen::element<QByteArray>("", "]", "]]", "}");
            const int status = *rc::gen::inRange(-1, 1000);
            checkFault(faultFor(status, body, *anyHeaders()), status);
            checkFault(faultFromErrorJson(body), 0);
        }));
    }

    void anErrorInsideAStreamLeadsToTheDecisionOfItsStatus() // for every type and code that a rule knows, and others
    {
        QVERIFY(invariantHolds(29, [] {
            static const std::vector<std::pair<const char *, int>> types {{"invalid_request_error", 400}, {"authentication_error", 401}, {"billing_error", 402},
                {"permission_error", 403}, {"not_found_error", 404}, {"conflict_error", 409}, {"request_too_large", 413}, {"rate_limit_error", 429},
                {"api_error", 500}, {"timeout_error", 504}, {"overloaded_error", 529}};
            const auto [type, status] = *rc::gen::elementOf(types);
            const char *code = *rc::gen::element("", "enforced_spend_limit_reached", "ramp_limit_exceeded", "insufficient_quota", "context_length_exceeded", "moon_phase");
            const QByteArray body = anthropicError(type, code);
            const Fault inside = faultFromErrorJson(body);
            const Fault outside = faultFor(status, body);
            RC_ASSERT(inside.kind == outside.kind);
            // The compatible ones name the status by number.
            const int number = *rc::gen::element(400, 401, 402, 404, 408, 409, 413, 422, 425, 429, 451, 499, 500, 501, 502, 503, 504, 520, 529, 530, 555);
            const QByteArray numbered = "{\"error\":{\"code\":" + QByteArray::number(number) + ",\"message\":\"m\"}}";
            RC_ASSERT(faultFromErrorJson(numbered).kind == faultFor(number, numbered).kind);
            RC_ASSERT(faultFor(200, numbered).kind == faultFor(number, numbered).kind);
        }));
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

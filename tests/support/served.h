// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/simulatedprovider.h"
#include "tests/support/faketime.h"
#include "tests/support/rawhttp.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace breakwater {

/// A prompt that no written reply knows, with letters of one, two and four bytes.
inline const QString strange = QStringLiteral("Zwölf Boxkämpfer 🥊 jagen Viktor");

/// A script without waits; `fields` are further ones, each with a comma before it.
inline WeatherScript fast(const QByteArray &fields = {})
{
    const auto script = WeatherScript::parse(R"({"tokens_per_second":1000000,"first_token_ms":0)" + fields + '}');
    if (!script)
        qFatal("%s", qPrintable(script.error().sentence));
    return *script;
}

/// A simulated provider under a clock that stands still, with a script.
struct Served
{
    FakeTime time;
    SimulatedProvider provider {time};

    explicit Served(const WeatherScript &script = fast())
    {
        if (!provider.listen())
            qFatal("no port on 127.0.0.1");
        provider.setScript(script);
    }
    [[nodiscard]] QUrl url() const { return provider.baseUrl(); }
};

/// A streamed Messages body with these messages.
inline QByteArray conversation(const QJsonArray &messages, int maxTokens = 4096, QJsonObject more = {})
{
    more.insert(QStringLiteral("model"), QStringLiteral("claude-opus-5-5"));
    more.insert(QStringLiteral("max_tokens"), maxTokens);
    more.insert(QStringLiteral("messages"), messages);
    if (!more.contains(QStringLiteral("stream")))
        more.insert(QStringLiteral("stream"), true);
    return QJsonDocument(more).toJson(QJsonDocument::Compact);
}

inline QJsonObject said(const char *role, const QString &text)
{
    return {{QStringLiteral("role"), QLatin1String(role)}, {QStringLiteral("content"), text}};
}

inline QString errorType(const RawAnswer &answer)
{
    return answer.json().value(QLatin1String("error"))[QLatin1String("type")].toString();
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyvariables.h"

#include <array>

namespace breakwater {

namespace {

struct Variable
{
    const char *name;
    Dialect dialect;
    const char *origin;
};

// By host and not by name: whoever calls a server of his own "OpenAI" does not get OpenAI's key.
constexpr std::array variables {
    Variable {"ANTHROPIC_API_KEY", Dialect::Anthropic, "https://api.anthropic.com"},
    Variable {"OPENAI_API_KEY", Dialect::OpenAi, "https://api.openai.com"},
    Variable {"OPENROUTER_API_KEY", Dialect::OpenAi, "https://openrouter.ai"},
    Variable {"GROQ_API_KEY", Dialect::OpenAi, "https://api.groq.com"},
    Variable {"GEMINI_API_KEY", Dialect::OpenAi, "https://generativelanguage.googleapis.com"},
};

std::optional<NamedKey> keyIn(const char *name)
{
    const auto key = cleanKey(qEnvironmentVariable(name));
    return key ? std::optional(NamedKey {QLatin1String(name), *key}) : std::nullopt;
}

QUrl anthropicAddress()
{
    const QUrl told(qEnvironmentVariable("ANTHROPIC_BASE_URL"));
    return told.isEmpty() ? QUrl(QLatin1String(variables.front().origin)) : told;
}

} // namespace

QString originOf(const QUrl &url)
{
    const QString scheme = url.scheme();
    const int usual = scheme == QLatin1String("https") ? 443 : 80;
    const int port = url.port(usual);
    QUrl origin;
    origin.setScheme(scheme);
    origin.setHost(url.host());
    origin.setPort(port == usual ? -1 : port);
    return origin.toString();
}

std::optional<NamedKey> keyFromEnvironment(const Provider &provider, const QUrl &told)
{
    const QString origin = originOf(provider.baseUrl);
    if (provider.simulated || provider.baseUrl.host().isEmpty())
        return std::nullopt;
    const bool isTold = !told.isEmpty() && origin == originOf(told);
    if (provider.dialect == Dialect::Anthropic && (isTold || origin == originOf(anthropicAddress())))
        return keyIn(variables.front().name);
    for (const Variable &each : variables) {
        if (each.dialect == Dialect::OpenAi && provider.dialect == each.dialect && origin == QLatin1String(each.origin))
            return keyIn(each.name);
    }
    return std::nullopt;
}

std::optional<QUrl> anthropicFromEnvironment()
{
    return keyIn(variables.front().name) ? std::optional(anthropicAddress()) : std::nullopt;
}

} // namespace breakwater

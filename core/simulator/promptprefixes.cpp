// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/promptprefixes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace breakwater {

namespace {

std::optional<Duration> lifeOf(const QJsonValue &control)
{
    if (!control.isObject())
        return std::nullopt;
    return control[QLatin1String("ttl")].toString() == QLatin1String("1h") ? std::chrono::hours(1)
                                                                            : std::chrono::minutes(5);
}

/// Walks through the blocks of a prompt.
class Reading
{
public:
    void take(const QString &role, const QJsonValue &content, int separators)
    {
        m_characters += separators;
        if (content.isString())
            takeBlock(role, {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), content}});
        const QJsonArray blocks = content.toArray();
        for (const QJsonValue &block : blocks)
            takeBlock(role, block.toObject());
    }

    std::vector<PromptPrefix> prefixes;

private:
    void takeBlock(const QString &role, QJsonObject block)
    {
        const std::optional<Duration> keep = lifeOf(block.take(QStringLiteral("cache_control")));
        const QString type = block.value(QLatin1String("type")).toString();
        m_characters += block.value(QLatin1String("text")).toString().size();
        m_attachments += type == QLatin1String("image") || type == QLatin1String("document") ? 1 : 0;
        const QByteArray text = m_digest + role.toUtf8() + QJsonDocument(block).toJson(QJsonDocument::Compact);
        m_digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
        prefixes.push_back({m_digest, tokensOf(m_characters) + m_attachments * tokensOfAttachment, keep});
    }

    QByteArray m_digest;
    qsizetype m_characters = 0;
    int m_attachments = 0;
};

} // namespace

std::vector<PromptPrefix> markedPrefixes(const QJsonObject &body)
{
    Reading reading;
    reading.take(QStringLiteral("system"), body.value(QLatin1String("system")), 0);
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    for (const QJsonValue &message : messages)
        reading.take(message[QLatin1String("role")].toString(), message[QLatin1String("content")], 4);
    std::vector<PromptPrefix> prefixes = std::move(reading.prefixes);
    const auto whole = lifeOf(body.value(QLatin1String("cache_control")));
    if (whole && !prefixes.empty())
        prefixes.back().keep = whole;
    while (!prefixes.empty() && !prefixes.back().keep)
        prefixes.pop_back();
    return prefixes;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/modelcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

struct Served
{
    const char *id;
    const char *displayName;
    const char *line; ///< null: of no line
    int maxInput;
    int maxOutput;
    const char *created;
};

constexpr std::array served {
    Served {"claude-opus-5-5", "Claude Opus 5.5", "opus", 1'000'000, 128'000, "2026-09-29T00:00:00Z"},
    Served {"claude-sonnet-5-5", "Claude Sonnet 5.5", "sonnet", 1'000'000, 128'000, "2026-09-29T00:00:00Z"},
    Served {"claude-haiku-5-5", "Claude Haiku 5.5", "haiku", 1'000'000, 128'000, "2026-10-15T00:00:00Z"},
    Served {"harbour-local-14b", "Harbour Local 14B", nullptr, 131'072, 32'768, "2026-03-01T00:00:00Z"},
};

QJsonObject supported(bool is)
{
    return {{QStringLiteral("supported"), is}};
}

QJsonObject capabilitiesOf(const Served &model)
{
    const bool claude = model.line != nullptr;
    QJsonObject effort {{QStringLiteral("supported"), claude}};
    for (const char *level : {"low", "medium", "high", "xhigh", "max"})
        effort.insert(QLatin1String(level), supported(claude));
    const QJsonObject types {{QStringLiteral("adaptive"), supported(claude)},
        {QStringLiteral("enabled"), supported(false)}, {QStringLiteral("disabled"), supported(!claude)},
        {QStringLiteral("between_tools"), supported(claude)}};
    return {{QStringLiteral("batch"), supported(false)}, {QStringLiteral("citations"), supported(false)},
        {QStringLiteral("code_execution"), supported(false)}, {QStringLiteral("image_input"), supported(true)},
        {QStringLiteral("pdf_input"), supported(claude)}, {QStringLiteral("structured_outputs"), supported(false)},
        {QStringLiteral("effort"), effort},
        {QStringLiteral("thinking"),
            QJsonObject {{QStringLiteral("supported"), claude}, {QStringLiteral("types"), types}}}};
}

QJsonObject describe(const Served &model)
{
    return {{QStringLiteral("type"), QStringLiteral("model")}, {QStringLiteral("id"), QLatin1String(model.id)},
        {QStringLiteral("display_name"), QLatin1String(model.displayName)},
        {QStringLiteral("created_at"), QLatin1String(model.created)},
        {QStringLiteral("lifecycle"), QStringLiteral("active")}, {QStringLiteral("deprecated_at"), QJsonValue()},
        {QStringLiteral("retires_at"), QJsonValue()},
        {QStringLiteral("line"), model.line == nullptr ? QJsonValue() : QJsonValue(QLatin1String(model.line))},
        {QStringLiteral("max_input_tokens"), model.maxInput}, {QStringLiteral("max_tokens"), model.maxOutput},
        {QStringLiteral("capabilities"), capabilitiesOf(model)}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const Served *find(const QString &id)
{
    const auto *const found =
        std::find_if(served.begin(), served.end(), [&](const Served &model) { return id == QLatin1String(model.id); });
    return found == served.end() ? nullptr : found;
}

} // namespace

QStringList servedModels()
{
    QStringList ids;
    for (const Served &model : served)
        ids += QString::fromLatin1(model.id);
    return ids;
}

bool isServed(const QString &model)
{
    return find(model) != nullptr;
}

QString modelClass(const QString &model)
{
    const Served *found = find(model);
    return found == nullptr || found->line == nullptr ? model : QString::fromLatin1(found->line);
}

QByteArray anthropicModels(int limit, const QString &after)
{
    QJsonArray data;
    bool begun = after.isEmpty();
    bool more = false;
    for (const Served &model : served) {
        if (begun && data.size() == limit)
            more = true;
        else if (begun)
            data.append(describe(model));
        begun = begun || after == QLatin1String(model.id);
    }
    const QString id = QStringLiteral("id");
    return compact({{QStringLiteral("data"), data}, {QStringLiteral("has_more"), more},
        {QStringLiteral("first_id"), data.isEmpty() ? QJsonValue() : data.first()[id]},
        {QStringLiteral("last_id"), data.isEmpty() ? QJsonValue() : data.last()[id]}});
}

std::optional<QByteArray> anthropicModel(const QString &id)
{
    const Served *found = find(id);
    return found == nullptr ? std::nullopt : std::optional(compact(describe(*found)));
}

QByteArray openAiModels()
{
    QJsonArray data;
    for (const Served &model : served) {
        data.append(QJsonObject {{QStringLiteral("id"), QLatin1String(model.id)},
            {QStringLiteral("object"), QStringLiteral("model")}, {QStringLiteral("created"), 1'772'323'200},
            {QStringLiteral("owned_by"), QStringLiteral("breakwater-simulator")}});
    }
    return compact({{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}});
}

} // namespace breakwater

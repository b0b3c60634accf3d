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
    const char *alias; ///< null: none
    const char *displayName;
    const char *line; ///< null: of no line
    int maxInput;
    int maxOutput;
    const char *created;
    ModelTraits traits;
    const char *deprecated = nullptr;
    const char *retires = nullptr;
};

using enum Lifecycle;

// Each generation takes less than the one before.
constexpr ModelTraits opus41 {.lifecycle = Retired, .adaptive = false, .betweenTools = false,
    .showsThinkingUnasked = true, .effort = false, .sampling = true, .prefill = true};
constexpr ModelTraits sonnet45 {.lifecycle = Deprecated, .adaptive = false, .betweenTools = false,
    .showsThinkingUnasked = true, .effort = false, .sampling = true, .prefill = true};
constexpr ModelTraits sonnet46 {.betweenTools = false, .showsThinkingUnasked = true, .sampling = true};
constexpr ModelTraits opus48 {.enabled = false, .betweenTools = false};
constexpr ModelTraits haiku55 {.enabled = false, .betweenTools = false, .thinksUnasked = true};
constexpr ModelTraits sonnet55 {
    .enabled = false, .disabled = false, .thinksUnasked = true, .refusesForcedTools = true};
constexpr ModelTraits opus55 {.enabled = false,
    .disabled = false,
    .betweenTools = false,
    .thinksUnasked = true,
    .refusesForcedTools = true};

constexpr std::array served {
    Served {"claude-opus-5-5", nullptr, "Claude Opus 5.5", "opus", 1'000'000, 128'000, "2026-09-29T00:00:00Z", opus55},
    Served {"claude-sonnet-5-5", nullptr, "Claude Sonnet 5.5", "sonnet", 1'000'000, 128'000, "2026-09-29T00:00:00Z",
        sonnet55},
    Served {
        "claude-haiku-5-5", nullptr, "Claude Haiku 5.5", "haiku", 1'000'000, 128'000, "2026-10-15T00:00:00Z", haiku55},
    Served {"claude-opus-4-8", nullptr, "Claude Opus 4.8", "opus", 1'000'000, 128'000, "2026-05-20T00:00:00Z", opus48},
    Served {"claude-sonnet-4-6", nullptr, "Claude Sonnet 4.6", "sonnet", 1'000'000, 128'000, "2026-02-17T00:00:00Z",
        sonnet46},
    Served {"claude-sonnet-4-5-20250929", "claude-sonnet-4-5", "Claude Sonnet 4.5", "sonnet", 200'000, 64'000,
        "2025-09-29T00:00:00Z", sonnet45, "2026-05-29T00:00:00Z", "2026-11-30T00:00:00Z"},
    Served {"claude-opus-4-1-20250805", "claude-opus-4-1", "Claude Opus 4.1", "opus", 200'000, 32'000,
        "2025-08-05T00:00:00Z", opus41, "2026-04-05T00:00:00Z", "2026-08-05T00:00:00Z"},
    Served {"harbour-local-14b", nullptr, "Harbour Local 14B", nullptr, 131'072, 32'768, "2026-03-01T00:00:00Z", {}},
};

QJsonObject supported(bool is)
{
    return {{QStringLiteral("supported"), is}};
}

QJsonValue textOrNull(const char *text)
{
    return text == nullptr ? QJsonValue() : QJsonValue(QLatin1String(text));
}

QJsonObject effortOf(const Served &model)
{
    const bool effort = model.line != nullptr && model.traits.effort;
    QJsonObject levels {{QStringLiteral("supported"), effort}};
    for (const char *level : {"low", "medium", "high", "xhigh", "max"})
        levels.insert(QLatin1String(level), supported(effort));
    return levels;
}

QJsonObject capabilitiesOf(const Served &model)
{
    const bool claude = model.line != nullptr;
    const ModelTraits &traits = model.traits;
    const QJsonObject types {{QStringLiteral("adaptive"), supported(claude && traits.adaptive)},
        {QStringLiteral("enabled"), supported(claude && traits.enabled)},
        {QStringLiteral("disabled"), supported(claude && traits.disabled)},
        {QStringLiteral("between_tools"), supported(claude && traits.betweenTools)}};
    return {{QStringLiteral("batch"), supported(claude)}, {QStringLiteral("citations"), supported(false)},
        {QStringLiteral("code_execution"), supported(false)}, {QStringLiteral("image_input"), supported(true)},
        {QStringLiteral("pdf_input"), supported(claude)}, {QStringLiteral("structured_outputs"), supported(false)},
        {QStringLiteral("effort"), effortOf(model)},
        {QStringLiteral("thinking"),
            QJsonObject {{QStringLiteral("supported"), claude}, {QStringLiteral("types"), types}}}};
}

QString nameOf(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Active:
        return QStringLiteral("active");
    case Deprecated:
        return QStringLiteral("deprecated");
    case Retired:
        return QStringLiteral("retired");
    }
    return {};
}

QJsonObject describe(const Served &model)
{
    return {{QStringLiteral("type"), QStringLiteral("model")}, {QStringLiteral("id"), QLatin1String(model.id)},
        {QStringLiteral("display_name"), QLatin1String(model.displayName)},
        {QStringLiteral("created_at"), QLatin1String(model.created)},
        {QStringLiteral("lifecycle"), nameOf(model.traits.lifecycle)},
        {QStringLiteral("deprecated_at"), textOrNull(model.deprecated)},
        {QStringLiteral("retires_at"), textOrNull(model.retires)}, {QStringLiteral("line"), textOrNull(model.line)},
        {QStringLiteral("max_input_tokens"), model.maxInput}, {QStringLiteral("max_tokens"), model.maxOutput},
        {QStringLiteral("capabilities"), capabilitiesOf(model)}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject openAiModelObject(const QString &id)
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("object"), QStringLiteral("model")},
        {QStringLiteral("created"), 1'772'323'200}, {QStringLiteral("owned_by"), QStringLiteral("breakwater-simulator")}};
}

const Served *find(const QString &name)
{
    const auto *const found = std::find_if(served.begin(), served.end(), [&](const Served &model) {
        return name == QLatin1String(model.id) || (model.alias != nullptr && name == QLatin1String(model.alias));
    });
    return found == served.end() ? nullptr : found;
}

} // namespace

QStringList servedModels()
{
    QStringList ids;
    for (const Served &model : served) {
        if (model.traits.lifecycle != Retired)
            ids += QString::fromLatin1(model.id);
    }
    return ids;
}

bool isServed(const QString &model)
{
    const Served *found = find(model);
    return found != nullptr && found->traits.lifecycle != Retired;
}

QString fullModelId(const QString &name)
{
    const Served *found = find(name);
    return found == nullptr ? name : QString::fromLatin1(found->id);
}

std::optional<int> mostInputOf(const QString &model)
{
    const Served *known = find(model);
    return known != nullptr ? std::optional(known->maxInput) : std::nullopt;
}

ModelTraits traitsOf(const QString &model)
{
    const Served *found = find(model);
    return found == nullptr ? ModelTraits {} : found->traits;
}

QString modelClass(const QString &model)
{
    const Served *found = find(model);
    return found == nullptr || found->line == nullptr ? model : QString::fromLatin1(found->line);
}

QByteArray anthropicModels(const ModelListing &wanted)
{
    QList<QJsonValue> matching;
    for (const Served &model : served) {
        const QString lifecycle = nameOf(model.traits.lifecycle);
        if (wanted.lifecycles.isEmpty() ? model.traits.lifecycle != Retired : wanted.lifecycles.contains(lifecycle))
            matching += describe(model);
    }
    return compact(pageOf(matching, wanted.page));
}

std::optional<QByteArray> anthropicModel(const QString &id)
{
    const Served *found = find(id);
    return found == nullptr ? std::nullopt : std::optional(compact(describe(*found)));
}

QByteArray openAiModels()
{
    QJsonArray data;
    for (const QString &id : servedModels())
        data.append(openAiModelObject(id));
    return compact({{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}});
}

std::optional<QByteArray> openAiModel(const QString &id)
{
    return isServed(id) ? std::optional(compact(openAiModelObject(fullModelId(id)))) : std::nullopt;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/modellist.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace breakwater {

namespace {

constexpr qsizetype longestId = 256;
constexpr std::size_t mostModels = 10'000;

std::optional<qint64> whole(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() && value.toDouble() > 0 ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<WallTime> moment(const QJsonObject &object, const char *name)
{
    const QDateTime time = QDateTime::fromString(object.value(QLatin1String(name)).toString(), Qt::ISODate);
    return time.isValid() ? std::optional(WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()))) : std::nullopt;
}

std::optional<bool> supported(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name)).toObject().value(QLatin1String("supported"));
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

Lifecycle lifecycleFrom(const QString &word)
{
    if (word == QLatin1String("deprecated"))
        return Lifecycle::Deprecated;
    return word == QLatin1String("retired") ? Lifecycle::Retired : Lifecycle::Active;
}

void takeAnthropic(const QJsonObject &object, Model &model)
{
    model.name = object.value(QLatin1String("display_name")).toString();
    model.lifecycle = lifecycleFrom(object.value(QLatin1String("lifecycle")).toString());
    model.retiresAt = moment(object, "retires_at");
    model.mostInput = whole(object, "max_input_tokens");
    model.mostOutput = whole(object, "max_tokens");
    const QJsonObject abilities = object.value(QLatin1String("capabilities")).toObject();
    model.seesImages = supported(abilities, "image_input");
    model.readsPdf = supported(abilities, "pdf_input");
    model.takesBatches = supported(abilities, "batch");
    model.thinks = supported(abilities.value(QLatin1String("thinking")).toObject().value(QLatin1String("types")).toObject(), "adaptive");
    const QJsonObject effort = abilities.value(QLatin1String("effort")).toObject();
    constexpr std::array names {std::pair {"low", Effort::Low}, std::pair {"medium", Effort::Medium}, std::pair {"high", Effort::High}, std::pair {"xhigh", Effort::ExtraHigh},
        std::pair {"max", Effort::Max}};
    for (const auto &[name, level] : names) {
        if (supported(effort, name) == true)
            model.efforts.push_back(level);
    }
}

/// OpenAI says nothing but the id; OpenRouter, Groq and LM Studio add fields of their own.
void takeOpenAi(const QJsonObject &object, Model &model)
{
    model.name = object.value(QLatin1String("name")).toString();
    for (const char *name : {"context_length", "context_window", "max_context_length"}) {
        if (!model.mostInput)
            model.mostInput = whole(object, name);
    }
    model.mostOutput = whole(object, "max_completion_tokens");
    const QJsonValue inputs = object.value(QLatin1String("architecture")).toObject().value(QLatin1String("input_modalities"));
    if (inputs.isArray())
        model.seesImages = inputs.toArray().contains(QLatin1String("image"));
}

} // namespace

Result<ModelPage> modelsFromJson(Dialect dialect, const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const QJsonValue data = object.contains(QLatin1String("data")) ? object.value(QLatin1String("data")) : object.value(QLatin1String("models"));
    if (!data.isArray() && !document.isArray()) {
        Fault fault;
        fault.kind = FaultKind::Protocol;
        return tl::unexpected(fault);
    }
    ModelPage page;
    QSet<QString> seen;
    for (const QJsonValue &value : data.isArray() ? data.toArray() : document.array()) {
        const QJsonObject each = value.toObject();
        Model model;
        model.id = each.value(QLatin1String("id")).toString();
        if (model.id.isEmpty() || model.id.size() > longestId || seen.contains(model.id) || page.models.size() == mostModels)
            continue;
        seen.insert(model.id);
        dialect == Dialect::Anthropic ? takeAnthropic(each, model) : takeOpenAi(each, model);
        model.name = model.name.isEmpty() ? model.id : model.name.simplified().left(longestId);
        page.models.push_back(std::move(model));
    }
    if (object.value(QLatin1String("has_more")).toBool() && !page.models.empty())
        page.next = object.value(QLatin1String("last_id")).toString();
    return page;
}

} // namespace breakwater

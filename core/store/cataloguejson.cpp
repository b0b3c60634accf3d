// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cataloguejson.h"

#include "core/store/jsonfields.h"
#include "core/store/names.h"

#include <QJsonArray>

namespace breakwater {

namespace {

using namespace jsonfields;

namespace key {
const auto id = QStringLiteral("id");
const auto name = QStringLiteral("name");
const auto lifecycle = QStringLiteral("lifecycle");
const auto retiresAt = QStringLiteral("retiresAt");
const auto mostInput = QStringLiteral("mostInput");
const auto mostOutput = QStringLiteral("mostOutput");
const auto thinks = QStringLiteral("thinks");
const auto seesImages = QStringLiteral("seesImages");
const auto readsPdf = QStringLiteral("readsPdf");
const auto takesBatches = QStringLiteral("takesBatches");
const auto efforts = QStringLiteral("efforts");
const auto models = QStringLiteral("models");
const auto readAt = QStringLiteral("readAt");
const auto plain = QStringLiteral("plain");
const auto olderVersion = QStringLiteral("olderVersion");
} // namespace key

QJsonObject toJson(const Model &model)
{
    QJsonObject object {{key::id, model.id}, {key::name, model.name}, {key::lifecycle, nameOf(model.lifecycle)}};
    put(object, key::retiresAt, model.retiresAt);
    put(object, key::mostInput, model.mostInput);
    put(object, key::mostOutput, model.mostOutput);
    put(object, key::thinks, model.thinks);
    put(object, key::seesImages, model.seesImages);
    put(object, key::readsPdf, model.readsPdf);
    put(object, key::takesBatches, model.takesBatches);
    QJsonArray efforts;
    for (const Effort effort : model.efforts)
        efforts.append(nameOf(effort));
    if (!efforts.isEmpty())
        object.insert(key::efforts, efforts);
    return object;
}

Model modelFromJson(const QJsonObject &object)
{
    Model model;
    model.id = object.value(key::id).toString();
    model.name = object.value(key::name).toString();
    model.lifecycle = valueOf<Lifecycle>(object.value(key::lifecycle).toString()).value_or(Lifecycle::Active);
    model.retiresAt = moment(object, key::retiresAt);
    model.mostInput = large(object, key::mostInput);
    model.mostOutput = large(object, key::mostOutput);
    model.thinks = said(object, key::thinks);
    model.seesImages = said(object, key::seesImages);
    model.readsPdf = said(object, key::readsPdf);
    model.takesBatches = said(object, key::takesBatches);
    for (const QJsonValue &each : object.value(key::efforts).toArray()) {
        if (const auto effort = valueOf<Effort>(each.toString()))
            model.efforts.push_back(*effort);
    }
    return model;
}

} // namespace

QJsonObject catalogueToJson(const Catalogue &catalogue)
{
    QJsonObject providers;
    for (const auto &[id, facts] : catalogue.all()) {
        QJsonArray models;
        for (const Model &model : facts.models)
            models.append(toJson(model));
        QJsonArray plain;
        for (const QString &model : facts.plainModels)
            plain.append(model);
        QJsonObject object {{key::models, models}, {key::plain, plain}, {key::olderVersion, facts.olderVersion}};
        put(object, key::readAt, facts.readAt);
        providers.insert(id.text(), object);
    }
    return providers;
}

Catalogue catalogueFromJson(const QJsonObject &object)
{
    Catalogue catalogue;
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QJsonObject provider = each.value().toObject();
        ProviderFacts &facts = catalogue.facts(ProviderId(each.key()));
        for (const QJsonValue &value : provider.value(key::models).toArray()) {
            Model model = modelFromJson(value.toObject());
            if (!model.id.isEmpty())
                facts.models.push_back(std::move(model));
        }
        for (const QJsonValue &model : provider.value(key::plain).toArray())
            facts.plainModels.insert(model.toString());
        facts.olderVersion = provider.value(key::olderVersion).toBool();
        facts.readAt = moment(provider, key::readAt);
    }
    return catalogue;
}

} // namespace breakwater

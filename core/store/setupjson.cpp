// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/setupjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

namespace setupkey {
const auto system = QStringLiteral("system");
const auto temperature = QStringLiteral("temperature");
const auto topP = QStringLiteral("topP");
const auto mostTokens = QStringLiteral("mostTokens");
const auto withoutThinking = QStringLiteral("withoutThinking");
const auto lastLeftOut = QStringLiteral("lastLeftOut");
} // namespace setupkey

QJsonObject setupObject(const Instructions &instructions)
{
    QJsonObject object;
    if (!instructions.system.isEmpty())
        object.insert(setupkey::system, instructions.system);
    if (instructions.temperature)
        object.insert(setupkey::temperature, *instructions.temperature);
    if (instructions.topP)
        object.insert(setupkey::topP, *instructions.topP);
    if (instructions.mostTokens)
        object.insert(setupkey::mostTokens, *instructions.mostTokens);
    return object;
}

/// Never null: QtSql makes NULL of a null text.
QString setupText(const QJsonObject &object)
{
    return object.isEmpty() ? QStringLiteral("") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<double> numberUpTo(double most, const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= most ? std::optional(value.toDouble()) : std::nullopt;
}

Instructions instructionsFrom(const QJsonObject &object)
{
    Instructions instructions;
    instructions.system = object.value(setupkey::system).toString();
    instructions.temperature = numberUpTo(mostTemperature, object.value(setupkey::temperature));
    instructions.topP = numberUpTo(1.0, object.value(setupkey::topP));
    if (const QJsonValue most = object.value(setupkey::mostTokens); most.toInteger() > 0)
        instructions.mostTokens = most.toInteger();
    return instructions;
}

} // namespace

QString instructionsToJson(const Instructions &instructions)
{
    return setupText(setupObject(instructions));
}

Instructions instructionsFromJson(const QString &json)
{
    return instructionsFrom(QJsonDocument::fromJson(json.toUtf8()).object());
}

QString setupToJson(const Conversation &conversation)
{
    QJsonObject object = setupObject(conversation.instructions);
    QJsonArray routes;
    for (const RouteId &route : conversation.withoutThinking)
        routes.append(route.text());
    if (!routes.isEmpty())
        object.insert(setupkey::withoutThinking, routes);
    if (!conversation.lastLeftOut.isEmpty())
        object.insert(setupkey::lastLeftOut, conversation.lastLeftOut.text());
    return setupText(object);
}

void setupFromJson(const QString &json, Conversation &conversation)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    conversation.instructions = instructionsFrom(object);
    for (const QJsonValue &route : object.value(setupkey::withoutThinking).toArray())
        conversation.withoutThinking.insert(RouteId(route.toString()));
    conversation.lastLeftOut = TurnId(object.value(setupkey::lastLeftOut).toString());
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pricejson.h"

#include <QJsonArray>

namespace breakwater {

namespace {

namespace key {
const auto changed = QStringLiteral("changed");
const auto removed = QStringLiteral("removed");
const auto model = QStringLiteral("model");
const auto input = QStringLiteral("input");
const auto output = QStringLiteral("output");
const auto cacheRead = QStringLiteral("cacheRead");
const auto cacheWritten = QStringLiteral("cacheWritten");
const auto promptOver = QStringLiteral("promptOver");
} // namespace key

QJsonObject toJson(const Price &price)
{
    QJsonObject object {{key::model, price.model}, {key::input, price.input}, {key::output, price.output}, {key::promptOver, price.promptOver}};
    if (price.cacheRead)
        object.insert(key::cacheRead, *price.cacheRead);
    if (price.cacheWritten)
        object.insert(key::cacheWritten, *price.cacheWritten);
    return object;
}

std::optional<Price> priceFromJson(const QJsonObject &object)
{
    const auto dollars = [&object](const QString &name) {
        const QJsonValue value = object.value(name);
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    const Price price {object.value(key::model).toString(), dollars(key::input).value_or(0.0), dollars(key::output).value_or(0.0), dollars(key::cacheRead),
        dollars(key::cacheWritten), object.value(key::promptOver).toInteger()};
    const bool sane = !price.model.isEmpty() && price.promptOver >= 0 && price.input >= 0.0 && price.output >= 0.0 && price.cacheRead.value_or(0.0) >= 0.0
        && price.cacheWritten.value_or(0.0) >= 0.0;
    return sane ? std::optional(price) : std::nullopt;
}

QJsonArray toJson(const Prices &prices)
{
    QJsonArray array;
    for (const Price &price : prices)
        array.append(toJson(price));
    return array;
}

Prices pricesFromJson(const QJsonValue &value)
{
    Prices prices;
    for (const QJsonValue &each : value.toArray()) {
        if (const auto price = priceFromJson(each.toObject()))
            prices.push_back(*price);
    }
    return prices;
}

} // namespace

QJsonObject priceEditsToJson(const PriceEdits &edits)
{
    return {{key::changed, toJson(edits.changed)}, {key::removed, toJson(edits.removed)}};
}

PriceEdits priceEditsFromJson(const QJsonObject &object)
{
    return {pricesFromJson(object.value(key::changed)), pricesFromJson(object.value(key::removed))};
}

} // namespace breakwater

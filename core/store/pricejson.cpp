// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pricejson.h"

#include "core/store/jsonfields.h"

#include <QJsonArray>

namespace breakwater {

namespace {

using namespace jsonfields;

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
    put(object, key::cacheRead, price.cacheRead);
    put(object, key::cacheWritten, price.cacheWritten);
    return object;
}

std::optional<Price> priceFromJson(const QJsonObject &object)
{
    const Price price {object.value(key::model).toString(), real(object, key::input).value_or(0.0), real(object, key::output).value_or(0.0), real(object, key::cacheRead),
        real(object, key::cacheWritten), large(object, key::promptOver).value_or(0)};
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

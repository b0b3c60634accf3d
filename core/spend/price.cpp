// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/price.h"

#include <QRegularExpression>

#include <algorithm>

namespace breakwater {

namespace {

constexpr double perMillion = 1e-6;

bool isSameRow(const Price &left, const Price &right)
{
    return left.model == right.model && left.promptOver == right.promptOver;
}

/// `model` is `row`, or `row` of some day: "claude-haiku-4-5-20251001", "gpt-4o-2024-08-06".
bool isCalled(const QString &model, const QString &row)
{
    if (model == row)
        return true;
    static const QRegularExpression day(QStringLiteral("^-(\\d{8}|\\d{4}-\\d{2}-\\d{2})$"));
    return !row.isEmpty() && model.startsWith(row) && day.match(model.mid(row.size())).hasMatch();
}

Price named(const char *model, double input, double output, std::optional<double> cacheRead, std::optional<double> cacheWritten, qint64 promptOver = 0)
{
    return {QLatin1String(model), input, output, cacheRead, cacheWritten, promptOver};
}

} // namespace

const Prices &usualPrices()
{
    static const Prices prices {
        named("claude-opus-5-5", 4, 20, 0.20, 5),
        named("claude-opus-5", 5, 25, 0.50, 6.25),
        named("claude-opus-4-8", 5, 25, 0.50, 6.25),
        named("claude-opus-4-7", 5, 25, 0.50, 6.25),
        named("claude-opus-4-6", 5, 25, 0.50, 6.25),
        named("claude-opus-4-5", 5, 25, 0.50, 6.25),
        named("claude-sonnet-5-5", 2, 10, 0.10, 2.50),
        named("claude-sonnet-5", 2, 10, 0.20, 2.50),
        named("claude-sonnet-4-6", 3, 15, 0.30, 3.75),
        named("claude-sonnet-4-5", 3, 15, 0.30, 3.75),
        named("claude-haiku-5-5", 0.10, 0.50, 0.01, 0.125),
        named("claude-haiku-5-5", 0.50, 2.50, 0.05, 0.625, 100'000),
        named("claude-haiku-4-5", 1, 5, 0.10, 1.25),
        named("claude-fable-5-2", 8, 40, {}, {}),
        named("claude-fable-5-1", 10, 50, 0.25, {}),
        named("claude-fable-5", 10, 50, 1, 12.50),
        named("claude-mythos-5-1", 10, 50, 0.25, {}),
        named("claude-mythos-5", 10, 50, 1, 12.50),
    };
    return prices;
}

const Price *priceOf(const Prices &prices, const QString &model, qint64 promptTokens)
{
    const Price *best = nullptr;
    for (const Price &each : prices) {
        const bool holds = isCalled(model, each.model) && (each.promptOver == 0 || promptTokens > each.promptOver);
        if (holds && (best == nullptr || each.promptOver > best->promptOver))
            best = &each;
    }
    return best;
}

std::optional<double> costOf(const Prices &prices, const QString &model, const Usage &usage)
{
    if (!usage.input && !usage.output)
        return std::nullopt;
    const qint64 prompt = usage.input.value_or(0);
    const Price *price = priceOf(prices, model, prompt);
    if (price == nullptr)
        return std::nullopt;
    const qint64 read = std::clamp<qint64>(usage.cacheRead.value_or(0), 0, prompt);
    const qint64 written = std::clamp<qint64>(usage.cacheWritten.value_or(0), 0, prompt - read);
    const auto cost = [](qint64 tokens, double dollars) { return static_cast<double>(tokens) * dollars * perMillion; };
    return cost(prompt - read - written, price->input) + cost(read, price->cacheRead.value_or(price->input))
        + cost(written, price->cacheWritten.value_or(price->input)) + cost(usage.output.value_or(0), price->output);
}

PriceEdits editsOf(const Prices &prices)
{
    PriceEdits edits;
    for (const Price &each : prices) {
        if (std::find(usualPrices().begin(), usualPrices().end(), each) == usualPrices().end())
            edits.changed.push_back(each);
    }
    for (const Price &usual : usualPrices()) {
        if (std::none_of(prices.begin(), prices.end(), [&](const Price &each) { return isSameRow(each, usual); }))
            edits.removed.push_back({usual.model, 0.0, 0.0, {}, {}, usual.promptOver});
    }
    return edits;
}

Prices pricesWith(const PriceEdits &edits)
{
    Prices prices = usualPrices();
    for (const Price &gone : edits.removed)
        std::erase_if(prices, [&](const Price &each) { return isSameRow(each, gone); });
    for (const Price &edited : edits.changed) {
        const auto known = std::find_if(prices.begin(), prices.end(), [&](const Price &each) { return isSameRow(each, edited); });
        if (known != prices.end())
            *known = edited;
        else
            prices.push_back(edited);
    }
    return prices;
}

} // namespace breakwater

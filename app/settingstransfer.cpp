// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingstransfer.h"

#include "app/preferencesjson.h"
#include "core/simulator/weatherscript.h"
#include "core/store/routejson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace breakwater {

namespace {

const auto formKey = QStringLiteral("form");
const auto formName = QStringLiteral("breakwater settings 1");
constexpr qint64 mostSettings = 4 * 1024 * 1024; // bytes; a larger file is no settings of anybody

template <class Thing>
bool haveIdsOfTheirOwn(const std::vector<Thing> &things)
{
    return std::all_of(things.begin(), things.end(), [&things](const Thing &one) {
        return !one.id.isEmpty() && std::count_if(things.begin(), things.end(), [&one](const Thing &each) { return each.id == one.id; }) == 1;
    });
}

bool canBeReached(const Provider &provider)
{
    const BaseUrlProblem problem = checkBaseUrl(provider.baseUrl);
    return provider.simulated || problem == BaseUrlProblem::None || problem == BaseUrlProblem::Insecure;
}

/// Whether all that it refers to is there.
bool isWhole(const RouteTable &table)
{
    const bool ids = haveIdsOfTheirOwn(table.providers) && haveIdsOfTheirOwn(table.routes) && haveIdsOfTheirOwn(table.chains);
    return ids && !table.providers.empty() && !table.chains.empty() && std::all_of(table.providers.begin(), table.providers.end(), canBeReached)
        && std::all_of(table.routes.begin(), table.routes.end(), [&table](const Route &each) { return table.provider(each.provider) != nullptr && !each.model.isEmpty(); })
        && std::all_of(table.chains.begin(), table.chains.end(), [&table](const Chain &chain) {
               return !chain.steps.empty() && std::all_of(chain.steps.begin(), chain.steps.end(), [&table](const ChainStep &each) { return table.route(each.route) != nullptr; });
           });
}

template <class Thing>
void addMissing(std::vector<Thing> &things, const std::vector<Thing> &more)
{
    for (const Thing &other : more) {
        if (std::none_of(things.begin(), things.end(), [&other](const Thing &each) { return each.id == other.id; }))
            things.push_back(other);
    }
}

RouteTable withThoseHere(RouteTable imported, const RouteTable &here)
{
    for (Provider &each : imported.providers) {
        const Provider *known = here.provider(each.id);
        // A file that could say where a known provider is could have its key sent to somebody else.
        each.dialect = known != nullptr ? known->dialect : each.dialect;
        each.baseUrl = known != nullptr ? known->baseUrl : each.baseUrl;
        each.simulated = known != nullptr ? known->simulated : each.simulated;
        each.certificates = known != nullptr ? known->certificates : QString();
        each.unencryptedTo = known != nullptr ? known->unencryptedTo : QString();
    }
    addMissing(imported.providers, here.providers);
    addMissing(imported.routes, here.routes);
    addMissing(imported.chains, here.chains);
    return imported;
}

std::optional<QJsonObject> readImport(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > mostSettings || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : QJsonObject();
}

} // namespace

Result<void> exportSettings(const QString &path, const Preferences &preferences)
{
    Preferences shared = preferences;
    for (Provider &each : shared.routes.providers)
        each.baseUrl = each.baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QJsonObject object = preferencesToJson(shared);
    for (const QString &mayBeNone : {QStringLiteral("keepDays"), QStringLiteral("dailyLimit")}) {
        if (!object.contains(mayBeNone))
            object.insert(mayBeNone, QJsonValue::Null); // none is a choice too
    }
    object.insert(formKey, formName);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit())
        return {};
    Fault fault;
    fault.kind = FaultKind::ReadOnly;
    fault.detail = file.errorString();
    return tl::unexpected(fault);
}

ImportedSettings importSettings(const QString &path, const Preferences &here)
{
    const auto read = readImport(path);
    if (!read)
        return tl::unexpected(SettingsFlaw::Unreadable);
    if (!read->value(formKey).toString().startsWith(QLatin1String("breakwater settings")))
        return tl::unexpected(SettingsFlaw::NoSettings);
    QJsonObject object = preferencesToJson(here);
    for (auto each = read->begin(); each != read->end(); ++each)
        object.insert(each.key(), each.value());
    Preferences imported = preferencesFromJson(object);
    if (read->contains(QStringLiteral("routes"))) {
        const RouteTable routes = routesFromJson(read->value(QStringLiteral("routes")).toObject());
        if (!isWhole(routes))
            return tl::unexpected(SettingsFlaw::BrokenRoutes);
        imported.routes = withThoseHere(routes, here.routes);
    } else {
        imported.routes = here.routes;
    }
    if (!imported.weatherScript.isEmpty() && !WeatherScript::shipped().contains(imported.weatherScript))
        imported.weatherScript = here.weatherScript;
    return imported;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/reachability.h"

namespace breakwater {

SystemReachability::SystemReachability(QObject *parent)
    : Reachability(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // no backend is a state too
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability word) {
        if (const auto online = onlineFrom(word))
            Q_EMIT changed(*online);
    });
}

std::optional<bool> SystemReachability::online() const
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    return system != nullptr ? onlineFrom(system->reachability()) : std::nullopt;
}

std::optional<bool> onlineFrom(QNetworkInformation::Reachability word)
{
    switch (word) {
    case QNetworkInformation::Reachability::Unknown:
        return std::nullopt;
    case QNetworkInformation::Reachability::Disconnected:
        return false;
    case QNetworkInformation::Reachability::Local:
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online:
        return true;
    }
    return std::nullopt;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/provider.h"

#include <QHostAddress>

#include <algorithm>

namespace breakwater {

bool isOnThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

BaseUrlProblem checkBaseUrl(const QUrl &url)
{
    if (url.isEmpty())
        return BaseUrlProblem::Empty;
    if (!url.isValid() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return BaseUrlProblem::NotHttp;
    if (url.host().isEmpty())
        return BaseUrlProblem::NoHost;
    if (!url.userInfo().isEmpty())
        return BaseUrlProblem::HasCredentials;
    if (url.scheme() == QLatin1String("http") && !isOnThisMachine(url))
        return BaseUrlProblem::Insecure;
    return BaseUrlProblem::None;
}

bool awaitsConsent(const Provider &provider)
{
    return checkBaseUrl(provider.baseUrl) == BaseUrlProblem::Insecure && provider.unencryptedTo != provider.baseUrl.host();
}

void consentToPlainHttp(Provider &provider)
{
    provider.unencryptedTo = provider.baseUrl.host();
}

std::optional<QByteArray> cleanKey(const QString &pasted)
{
    const QString key = pasted.trimmed();
    const bool printable = std::all_of(key.begin(), key.end(), [](QChar each) { return each.unicode() > 0x20 && each.unicode() < 0x7F; });
    if (key.isEmpty() || key.size() > longestKey || !printable)
        return std::nullopt;
    return key.toLatin1();
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/policy/patience.h"

#include <QUrl>

namespace breakwater {

/// The language a provider's API speaks.
enum class Dialect { Anthropic, OpenAi };

/// A service endpoint.
struct Provider
{
    ProviderId id;
    QString name; ///< as people call it: "Anthropic"
    Dialect dialect = Dialect::Anthropic;
    QUrl baseUrl; ///< without the API's own path; never with a user name or a password
    bool enabled = true;
    bool simulated = false; ///< the built-in provider; its address is known only while it runs
    OwnPatience patience = {};
    QString certificates = {}; ///< a PEM file of authorities that are trusted here besides the system's; empty: none
    QString unencryptedTo = {}; ///< the host that a person agreed to reach over plain http
    friend bool operator==(const Provider &, const Provider &) = default;
};

/// What is wrong with a base URL as a person typed it.
enum class BaseUrlProblem { None, Empty, NotHttp, NoHost, HasCredentials, Insecure };

/// The host is this machine by its name: no network is needed to reach it.
[[nodiscard]] bool isOnThisMachine(const QUrl &url);

/// `Insecure`: plain http to another machine; used once a person has agreed. All other problems forbid its use.
[[nodiscard]] BaseUrlProblem checkBaseUrl(const QUrl &url);

/// Plain http to another machine, and nobody agreed to send there: no turn, no test and no key goes to it.
[[nodiscard]] bool awaitsConsent(const Provider &provider);
/// A person agrees to send to `provider` over plain http, at the host where it is now.
void consentToPlainHttp(Provider &provider);

/// Characters of a key at most; servers refuse longer headers, in words of their own.
inline constexpr qsizetype longestKey = 4096;
/// A key as a person pasted it, trimmed; none when it cannot be a header value (anything outside printable ASCII:
/// a line break inside would put a header of somebody else's on the wire) or is too long for one.
[[nodiscard]] std::optional<QByteArray> cleanKey(const QString &pasted);

} // namespace breakwater

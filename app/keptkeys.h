// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/preferences/keyport.h"

#include <map>
#include <vector>

namespace breakwater {

/// A key of a provider, wherever it is kept.
struct KeptKey
{
    QString name; ///< as its owner calls it; one of a kind at its provider
    KeyPlace place = KeyPlace::SessionOnly;
    QString origin; ///< the only one it goes to; empty: as an older version kept it, for wherever its provider is
    QString entry; ///< its name in the keychain
    KeyState state = KeyState::There;
    QByteArray secret; ///< empty unless There
    friend bool operator==(const KeptKey &, const KeptKey &) = default;
};

/// In the order in which they are used.
using KeptKeys = std::map<ProviderId, std::vector<KeptKey>>;

/// What two files of the data folder know: `keychain.json` which keys the keychain has (no secrets), `keys.json` the
/// keys that are kept in a file, which is read only if nobody else can read it.
[[nodiscard]] KeptKeys readKeptKeys(const QString &folder);
/// Writes both, or removes the ones that would be empty. The file with keys is only ever its owner's.
[[nodiscard]] bool writeKeptKeys(const QString &folder, const KeptKeys &keys);

} // namespace breakwater

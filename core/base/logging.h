// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLoggingCategory>
#include <QString>

/// Log lines are key=value on one line; never a key, a header or a prompt.
namespace breakwater {

Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logTurn)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logApp)

/// `text` with everything that looks like a credential replaced by "[key removed]": the value of a header
/// that carries one, a bearer token, and words that begin like the keys of known providers.
[[nodiscard]] QString withoutSecrets(QString text);

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace breakwater {

/// What following a link does.
enum class LinkVerdict {
    Opens, ///< in the browser or the mail program
    LeadsElsewhere, ///< it reads like an address of another host, or hides its host: asked about first
    Refused, ///< a file, a script, anything but the web and mail
};
/// `shown` is what the link reads. Pure.
[[nodiscard]] LinkVerdict linkVerdict(const QString &href, const QString &shown);

/// Where a link leads, such that no letter of it can pass for another: hosts in their ASCII form, no control characters. Pure.
[[nodiscard]] QString linkWords(const QString &href);
/// The host that a link leads to, likewise; a mail's address.
[[nodiscard]] QString linkHost(const QString &href);

} // namespace breakwater

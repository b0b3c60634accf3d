// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace breakwater {

/// What the API would say against an image or document block of a Messages request; none: it is taken.
/// `where` names the block, as `messages.0.content.1`.
[[nodiscard]] std::optional<QString> attachmentProblem(const QJsonValue &block, const QString &where);

/// The same for the `image_url` part of a Chat Completions request.
[[nodiscard]] std::optional<QString> imageUrlProblem(const QString &url, const QString &where);

} // namespace breakwater

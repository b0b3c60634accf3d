// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace breakwater {

struct Condition;

/// An error as the simulated provider answers it, before a dialect writes it down.
struct ApiError
{
    int status = 500;
    QString message;
    QString type = {}; ///< empty: the one that belongs to the status in the dialect
    QString code = {}; ///< `error.details.error_code`, or OpenAI's `error.code`
    std::optional<double> retryAfter = std::nullopt; ///< seconds
};

/// A request that is not as the API wants it.
[[nodiscard]] inline tl::unexpected<ApiError> invalid(const QString &message)
{
    return tl::unexpected(ApiError {400, message});
}

/// What the API says with a status when nothing more is known.
[[nodiscard]] QString standardMessage(int status);
/// The error of a scripted refusal, or of a fault that sends one inside a stream.
[[nodiscard]] ApiError errorOf(const Condition &condition);

} // namespace breakwater

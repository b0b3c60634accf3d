// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/apierror.h"

#include "core/simulator/weatherscript.h"

namespace breakwater {

namespace {

int statusOfType(const QString &type)
{
    if (type == QLatin1String("overloaded_error"))
        return 529;
    if (type == QLatin1String("rate_limit_error"))
        return 429;
    if (type == QLatin1String("timeout_error"))
        return 504;
    return 500;
}

} // namespace

QString standardMessage(int status)
{
    switch (status) {
    case 429:
        return QStringLiteral("This request would exceed your organization's rate limit.");
    case 500:
        return QStringLiteral("Internal server error");
    case 503:
        return QStringLiteral("Service unavailable");
    case 504:
        return QStringLiteral("The request took too long to process. Please try again, or stream the answer.");
    case 529:
        return QStringLiteral("Overloaded");
    default:
        return QStringLiteral("The weather script refuses this request with status %1.").arg(status);
    }
}

ApiError errorOf(const Condition &condition)
{
    ApiError error;
    error.type = condition.errorType;
    if (condition.refuse)
        error.status = *condition.refuse;
    else if (condition.errorType.isEmpty())
        error.status = 529;
    else
        error.status = statusOfType(condition.errorType);
    error.message = condition.message.isEmpty() ? standardMessage(error.status) : condition.message;
    error.code = condition.errorCode;
    error.retryAfter = condition.retryAfter;
    return error;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <QRegularExpression>

namespace breakwater {

Q_LOGGING_CATEGORY(logNet, "breakwater.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logTurn, "breakwater.turn", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "breakwater.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "breakwater.app", QtWarningMsg)

QString withoutSecrets(QString text)
{
    static const QRegularExpression header(
        QStringLiteral(R"((?im)^((?:x-api-key|authorization|proxy-authorization|api-key|cookie|set-cookie)\s*:\s*).+$)"));
    static const QRegularExpression bearer(QStringLiteral(R"((?i)\b(bearer\s+)[A-Za-z0-9._~+/=-]{6,})"));
    static const QRegularExpression word(QStringLiteral(R"(\b(?:sk|pk|gsk|rk|xai|key)-[A-Za-z0-9_-]{8,})"));
    static const QRegularExpression google(QStringLiteral(R"(\bAIza[A-Za-z0-9_-]{20,})"));
    static const QString removed = QStringLiteral("[key removed]");
    text.replace(header, QStringLiteral("\\1") + removed);
    text.replace(bearer, QStringLiteral("\\1") + removed);
    text.replace(word, removed);
    text.replace(google, removed);
    return text;
}

} // namespace breakwater

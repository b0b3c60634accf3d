// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/thinking.h"

#include <QCryptographicHash>

namespace breakwater {

QString signatureOf(const QString &model, const QString &shownThinking)
{
    const QString signed_ = QStringLiteral("breakwater-simulator\n") + model + QLatin1Char('\n') + shownThinking;
    const QByteArray digest = QCryptographicHash::hash(signed_.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("EqQBCkYIBxgCKkD") + QString::fromLatin1(digest.toBase64());
}

} // namespace breakwater

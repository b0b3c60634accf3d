// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/voice.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace breakwater {

QByteArray jsonText(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace breakwater

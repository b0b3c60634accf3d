// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/eventjson.h"

#include <QJsonDocument>

namespace breakwater {

Result<QJsonObject> eventJson(const QByteArray &data)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(data, &error);
    if (error.error == QJsonParseError::IllegalUTF8String)
        document = QJsonDocument::fromJson(QString::fromUtf8(data).toUtf8(), &error);
    if (error.error == QJsonParseError::NoError)
        return document.object();
    Fault fault;
    fault.kind = FaultKind::Protocol;
    fault.inStream = true;
    fault.detail = error.errorString();
    return tl::unexpected(fault);
}

} // namespace breakwater

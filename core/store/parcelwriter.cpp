// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/parcelwriter.h"

#include "core/store/parceljson.h"

#include <QJsonDocument>

namespace breakwater {

bool ParcelWriter::begin()
{
    const QByteArray head = "{\"breakwater\":" + QByteArray::number(ownFormatVersion) + ",\"items\":[";
    return m_device.write(head) == head.size();
}

bool ParcelWriter::line(const QByteArray &json)
{
    const QByteArray whole = (m_first ? "\n" : ",\n") + json;
    m_first = false;
    return m_device.write(whole) == whole.size();
}

bool ParcelWriter::item(const QString &kind, const QJsonObject &object)
{
    return line(QJsonDocument(QJsonObject {{kind, object}}).toJson(QJsonDocument::Compact));
}

bool ParcelWriter::add(const Parcel &parcel)
{
    if (!item(QStringLiteral("conversation"), conversationToJson(parcel.conversation)))
        return false;
    for (const Message &message : parcel.messages) {
        for (const Attachment &attachment : message.attachments) {
            const QString name = fileName(attachment.data);
            if (m_files.contains(name))
                continue;
            m_files.insert(name);
            // By hand: base64 needs no escapes, and as a QString it would take twice its size.
            if (!line("{\"file\":{\"sha256\":\"" + name.toLatin1() + "\",\"data\":\"" + attachment.data.toBase64() + "\"}}"))
                return false;
        }
        if (!item(QStringLiteral("message"), messageToJson(message)))
            return false;
    }
    for (const QByteArray &record : parcel.records) {
        if (!item(QStringLiteral("turn"), QJsonDocument::fromJson(record).object()))
            return false;
    }
    for (const Expense &expense : parcel.expenses) {
        if (!item(QStringLiteral("expense"), expenseToJson(expense)))
            return false;
    }
    return true;
}

bool ParcelWriter::end()
{
    return m_device.write("\n]}\n") == 4;
}

} // namespace breakwater

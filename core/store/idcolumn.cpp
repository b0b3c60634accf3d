// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/idcolumn.h"

#include <QByteArray>

namespace breakwater {

namespace {

constexpr qsizetype uuidBytes = 16;
constexpr qsizetype uuidLetters = 36;

constexpr bool isDashPlace(qsizetype at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

/// Of a small hexadecimal digit; -1 for anything else.
constexpr int digitOf(char16_t letter)
{
    if (letter >= u'0' && letter <= u'9')
        return letter - u'0';
    return letter >= u'a' && letter <= u'f' ? letter - u'a' + 10 : -1;
}

} // namespace

// By hand, not by QUuid: a long conversation has tens of thousands, and what differs in anything has to stay as it is.
QVariant idToDisk(const QString &id)
{
    const QVariant asText = id.isNull() ? QVariant(QStringLiteral("")) : QVariant(id); // QtSql makes NULL of a null text
    if (id.size() != uuidLetters)
        return asText;
    QByteArray bytes(uuidBytes, Qt::Uninitialized);
    qsizetype half = 0;
    for (qsizetype at = 0; at < uuidLetters; ++at) {
        const char16_t letter = id[at].unicode();
        if (isDashPlace(at)) {
            if (letter != u'-')
                return asText;
            continue;
        }
        const int digit = digitOf(letter);
        if (digit < 0)
            return asText;
        char &byte = bytes.data()[half / 2];
        byte = static_cast<char>(half % 2 == 0 ? digit << 4 : static_cast<uchar>(byte) | digit);
        ++half;
    }
    return bytes;
}

QString idFromDisk(const QVariant &value)
{
    if (value.typeId() != QMetaType::QByteArray)
        return value.toString();
    const QByteArray bytes = value.toByteArray();
    if (bytes.size() != uuidBytes)
        return QString::fromUtf8(bytes);
    QString id(uuidLetters, Qt::Uninitialized);
    qsizetype half = 0;
    for (qsizetype at = 0; at < uuidLetters; ++at) {
        if (isDashPlace(at)) {
            id[at] = QLatin1Char('-');
            continue;
        }
        const auto byte = static_cast<uchar>(bytes[half / 2]);
        id[at] = QLatin1Char("0123456789abcdef"[half % 2 == 0 ? byte >> 4 : byte & 0xF]);
        ++half;
    }
    return id;
}

} // namespace breakwater

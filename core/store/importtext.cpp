// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importtext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace breakwater {

QString soundText(const QString &text)
{
    QString sound = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    if (sound.contains(QChar(0)))
        sound.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    return sound;
}

QString soundLine(const QString &text, qsizetype most)
{
    QString line = soundText(text.left(8 * most)).simplified();
    line.removeIf([](QChar each) { return !each.isPrint() && !each.isSurrogate(); });
    if (line.size() <= most)
        return line;
    line.truncate(line.at(most - 1).isHighSurrogate() ? most - 1 : most);
    return line;
}

QString soundFileName(const QString &path)
{
    const qsizetype slash = std::max(path.lastIndexOf(QLatin1Char('/')), path.lastIndexOf(QLatin1Char('\\')));
    return soundLine(path.mid(slash + 1), 120);
}

std::optional<WallTime> soundMoment(double milliseconds)
{
    constexpr double latest = 4'102'444'800'000.0; // 2100
    if (!std::isfinite(milliseconds))
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(static_cast<qint64>(std::clamp(milliseconds, 0.0, latest))));
}

std::optional<WallTime> momentFrom(const QJsonValue &value)
{
    if (value.isDouble())
        return soundMoment(std::round(value.toDouble() * 1000.0));
    const QDateTime time = QDateTime::fromString(value.toString().left(64), Qt::ISODateWithMs);
    return time.isValid() ? soundMoment(static_cast<double>(time.toMSecsSinceEpoch())) : std::nullopt;
}

QString foreignId(const QStringList &parts)
{
    QByteArray whole;
    for (const QString &part : parts) // with their lengths: no two lists are the same bytes
        whole += QByteArray::number(part.size()) + ':' + part.toUtf8();
    QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).left(16);
    hash[6] = static_cast<char>((hash.at(6) & 0x0F) | 0x80);
    hash[8] = static_cast<char>((hash.at(8) & 0x3F) | 0x80);
    return QUuid::fromRfc4122(hash).toString(QUuid::WithoutBraces);
}

} // namespace breakwater

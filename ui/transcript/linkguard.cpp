// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/linkguard.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace breakwater {

namespace {

bool isMail(const QUrl &url)
{
    return url.scheme() == QLatin1String("mailto");
}

QString asciiHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

/// The host that a text names when it reads like an address; empty when it is words.
QString hostInText(const QString &shown)
{
    static const QRegularExpression address(QStringLiteral("^(?:[a-z][a-z0-9+.-]*://)?(?:[^\\s/@]*@)?((?:[\\w-]+\\.)+[\\w-]{2,}|localhost)(?::\\d+)?(?:[/?#]\\S*)?$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = address.match(shown.trimmed());
    if (!match.hasMatch())
        return {};
    const QString host = asciiHost(QUrl(QLatin1String("http://") + match.captured(1)));
    // "main.py" and "v1.2" are no hosts; without a scheme it takes more than one dot to be sure, or a name everybody takes for one.
    static const QStringList wellKnown {QStringLiteral("com"), QStringLiteral("org"), QStringLiteral("net"), QStringLiteral("io"), QStringLiteral("dev"),
        QStringLiteral("edu"), QStringLiteral("gov"), QStringLiteral("de"), QStringLiteral("cn"), QStringLiteral("uk"), QStringLiteral("eu"), QStringLiteral("app"), QStringLiteral("ai")};
    const bool sure = shown.contains(QLatin1String("://")) || wellKnown.contains(host.section(QLatin1Char('.'), -1));
    return sure ? host : QString();
}

QString withoutWww(const QString &host)
{
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

} // namespace

LinkVerdict linkVerdict(const QString &href, const QString &shown)
{
    static const QStringList schemes {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    const QUrl url(href);
    if (!url.isValid() || !schemes.contains(url.scheme()) || (!isMail(url) && url.host().isEmpty()))
        return LinkVerdict::Refused;
    if (isMail(url))
        return LinkVerdict::Opens;
    if (!url.userInfo().isEmpty()) // https://bank.example@elsewhere.example
        return LinkVerdict::LeadsElsewhere;
    const QString named = withoutWww(hostInText(shown));
    return named.isEmpty() || named == withoutWww(asciiHost(url)) ? LinkVerdict::Opens : LinkVerdict::LeadsElsewhere;
}

QString linkWords(const QString &href)
{
    const QUrl url(href);
    return url.isValid() ? url.toString(QUrl::FullyEncoded) : QString::fromLatin1(QUrl::toPercentEncoding(href, ":/?#[]@!$&'()*+,;= "));
}

QString linkHost(const QString &href)
{
    const QUrl url(href);
    return isMail(url) ? url.path(QUrl::FullyEncoded) : asciiHost(url);
}

} // namespace breakwater

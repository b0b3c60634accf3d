// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfacts.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostCertificateText = 200;
constexpr qsizetype mostCertificateHosts = 20;

QString onOneLine(const QString &text)
{
    QString line = text.simplified().left(mostCertificateText);
    line.removeIf([](QChar each) { return !each.isPrint(); });
    return line;
}

/// "api.example.com, Example Ltd"
QString distinguished(const QStringList &names, const QStringList &organizations)
{
    QStringList parts;
    for (const QString &each : names + organizations) {
        if (!each.isEmpty() && !parts.contains(each))
            parts += each;
    }
    return onOneLine(parts.join(QLatin1String(", ")));
}

WallTime wallOf(const QDateTime &time)
{
    return WallTime(std::chrono::milliseconds(time.isValid() ? time.toMSecsSinceEpoch() : 0));
}

// Qt's list of errors grows; what is not named here counts as Other.
TlsProblem problemOf(QSslError::SslError error)
{
    if (error == QSslError::CertificateRevoked || error == QSslError::CertificateBlacklisted)
        return TlsProblem::Revoked;
    if (error == QSslError::SelfSignedCertificate)
        return TlsProblem::SelfSigned;
    for (const auto each : {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
             QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted, QSslError::CertificateRejected, QSslError::InvalidCaCertificate}) {
        if (error == each)
            return TlsProblem::UnknownIssuer;
    }
    if (error == QSslError::CertificateNotYetValid)
        return TlsProblem::NotYetValid;
    if (error == QSslError::CertificateExpired)
        return TlsProblem::Expired;
    return error == QSslError::HostNameMismatch ? TlsProblem::WrongHost : TlsProblem::Other;
}

} // namespace

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    CertificateFacts facts;
    facts.subject = distinguished(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization));
    facts.issuer = distinguished(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization));
    const auto names = certificate.subjectAlternativeNames();
    for (const auto kind : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        for (const QString &each : names.values(kind)) {
            if (facts.hosts.size() < mostCertificateHosts)
                facts.hosts.prepend(onOneLine(each)); // a multi hash gives the newest first
        }
    }
    facts.validFrom = wallOf(certificate.effectiveDate());
    facts.validTo = wallOf(certificate.expiryDate());
    facts.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    return facts;
}

TlsFacts tlsFactsOf(const QList<QSslError> &errors, const QSslCertificate &peer, const QString &words)
{
    using enum TlsProblem;
    TlsFacts facts;
    if (errors.isEmpty() && words.contains(QLatin1String("wrong version number"))) // OpenSSL's words, in no translation
        facts.problem = NoTls;
    QSslCertificate about = peer;
    for (const TlsProblem each : {Revoked, SelfSigned, UnknownIssuer, NotYetValid, Expired, WrongHost}) {
        const auto found = std::find_if(errors.begin(), errors.end(), [each](const QSslError &error) { return problemOf(error.error()) == each; });
        if (found == errors.end())
            continue;
        facts.problem = each;
        // An authority's own certificate may have run out, or not begun; whom nobody vouches for is always the server.
        const bool own = each == NotYetValid || each == Expired || each == Revoked;
        if (peer.isNull() || (own && !found->certificate().isNull()))
            about = found->certificate();
        break;
    }
    if (!about.isNull())
        facts.certificate = factsOf(about);
    return facts;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/tlswords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace breakwater {

namespace {

struct TlsWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::TlsWords)
};

/// "1 December 2026", where the reader is.
QString dateOf(WallTime when)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(when.time_since_epoch().count()).date(), QStringLiteral("d MMMM yyyy"));
}

QString momentOf(WallTime when)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(when.time_since_epoch().count());
    return QLocale().toString(time, QStringLiteral("d MMMM yyyy, HH:mm"));
}

/// "api.example.com and 3 others": whom a certificate is for.
QString issuedFor(const CertificateFacts &certificate)
{
    if (certificate.hosts.isEmpty())
        return certificate.subject.isEmpty() ? TlsWordsSaying::tr("nobody") : certificate.subject;
    if (certificate.hosts.size() <= 2)
        return certificate.hosts.join(TlsWordsSaying::tr(" and "));
    return TlsWordsSaying::tr("%1 and %2 others").arg(certificate.hosts.front()).arg(certificate.hosts.size() - 1);
}

QString issuerOf(const CertificateFacts &certificate)
{
    return certificate.issuer.isEmpty() ? TlsWordsSaying::tr("an authority without a name") : certificate.issuer;
}

/// What is wrong with the certificate itself.
QString certificateSentence(TlsProblem problem, const CertificateFacts &certificate)
{
    switch (problem) {
    case TlsProblem::SelfSigned:
        return TlsWordsSaying::tr("Its certificate is signed by itself: nobody vouches for it. If the server is yours, give its certificate to the provider in Preferences.");
    case TlsProblem::UnknownIssuer:
        return TlsWordsSaying::tr("Its certificate is issued by %1, which this system does not know. If that is your own network’s authority, give its certificate to the provider in Preferences.")
            .arg(issuerOf(certificate));
    case TlsProblem::Expired:
        return TlsWordsSaying::tr("Its certificate ran out on %1. Whoever runs the server has to renew it.").arg(dateOf(certificate.validTo));
    case TlsProblem::NotYetValid:
        return TlsWordsSaying::tr("Its certificate is valid from %1 on. Is this machine’s clock right?").arg(dateOf(certificate.validFrom));
    case TlsProblem::WrongHost:
        return TlsWordsSaying::tr("Its certificate is issued for %1, not for this address. Check the provider’s address.").arg(issuedFor(certificate));
    case TlsProblem::Revoked:
        return TlsWordsSaying::tr("Its certificate was withdrawn by %1. Whoever runs the server has to replace it.").arg(issuerOf(certificate));
    case TlsProblem::Other:
    case TlsProblem::NoTls:
    case TlsProblem::FileMissing:
    case TlsProblem::FileUnreadable:
    case TlsProblem::FileWithoutCertificate:
    case TlsProblem::NotEncrypted:
        break;
    }
    return TlsWordsSaying::tr("Its certificate is not trusted.");
}

bool isOfFile(TlsProblem problem)
{
    return problem == TlsProblem::FileMissing || problem == TlsProblem::FileUnreadable || problem == TlsProblem::FileWithoutCertificate;
}

} // namespace

Words tlsWords(const Fault &fault, const QString &host)
{
    const QString nothing = TlsWordsSaying::tr("Nothing was sent.");
    if (!fault.tls) // of a record that an older version wrote
        return {TlsWordsSaying::tr("The connection to %1 is not secure.").arg(host), TlsWordsSaying::tr("Its certificate is not trusted.") + QLatin1Char(' ') + nothing};
    const TlsFacts &facts = *fault.tls;
    if (facts.problem == TlsProblem::NotEncrypted)
        return unencryptedWords(host);
    if (isOfFile(facts.problem))
        return {TlsWordsSaying::tr("The certificates for %1 cannot be used.").arg(host), certificateFileSentence(facts.problem, facts.file) + QLatin1Char(' ') + nothing};
    const QString title = TlsWordsSaying::tr("The connection to %1 is not secure.").arg(host);
    if (facts.problem == TlsProblem::NoTls)
        return {title, TlsWordsSaying::tr("Who answers there does not encrypt. Does its address begin with http://, or is the port another one?") + QLatin1Char(' ') + nothing};
    if (facts.certificate)
        return {title, certificateSentence(facts.problem, *facts.certificate) + QLatin1Char(' ') + nothing};
    QString said = fault.detail.simplified().left(200);
    if (!said.isEmpty() && !said.endsWith(QLatin1Char('.')))
        said += QLatin1Char('.');
    return {title, (said.isEmpty() ? TlsWordsSaying::tr("No secure connection could be agreed on.") : said) + QLatin1Char(' ') + nothing};
}

bool isOfProvider(const Fault &fault)
{
    if (!fault.tls)
        return false;
    switch (fault.tls->problem) {
    case TlsProblem::SelfSigned:
    case TlsProblem::UnknownIssuer:
    case TlsProblem::WrongHost:
    case TlsProblem::NoTls:
    case TlsProblem::FileMissing:
    case TlsProblem::FileUnreadable:
    case TlsProblem::FileWithoutCertificate:
    case TlsProblem::NotEncrypted:
        return true;
    case TlsProblem::Other:
    case TlsProblem::Expired:
    case TlsProblem::NotYetValid:
    case TlsProblem::Revoked:
        break;
    }
    return false;
}

Words unencryptedWords(const QString &host)
{
    return {TlsWordsSaying::tr("The connection to %1 is not encrypted.").arg(host),
        TlsWordsSaying::tr("Others on the way could read your turns and your key. Nothing is sent there before you agree to it in Preferences, Providers.")};
}

QString certificateFileSentence(TlsProblem problem, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    switch (problem) {
    case TlsProblem::FileMissing:
        return TlsWordsSaying::tr("The file %1 is not there any more. Choose it again, or remove it.").arg(name);
    case TlsProblem::FileUnreadable:
        return TlsWordsSaying::tr("The file %1 cannot be read. Check its permissions, or choose another.").arg(name);
    case TlsProblem::FileWithoutCertificate:
        return TlsWordsSaying::tr("The file %1 holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”). Choose another.").arg(name);
    case TlsProblem::Other:
    case TlsProblem::SelfSigned:
    case TlsProblem::UnknownIssuer:
    case TlsProblem::Expired:
    case TlsProblem::NotYetValid:
    case TlsProblem::WrongHost:
    case TlsProblem::Revoked:
    case TlsProblem::NoTls:
    case TlsProblem::NotEncrypted:
        break;
    }
    return {};
}

std::vector<CertificateLine> certificateLines(const CertificateFacts &certificate)
{
    std::vector<CertificateLine> lines {{TlsWordsSaying::tr("Issued to"), certificate.subject}, {TlsWordsSaying::tr("Issued by"), certificate.issuer},
        {TlsWordsSaying::tr("For"), certificate.hosts.join(QLatin1String(", "))}, {TlsWordsSaying::tr("Valid from"), momentOf(certificate.validFrom)}, {TlsWordsSaying::tr("Valid to"), momentOf(certificate.validTo)},
        {TlsWordsSaying::tr("SHA-256"), certificate.fingerprint}};
    std::erase_if(lines, [](const CertificateLine &each) { return each.value.isEmpty(); });
    return lines;
}

QString certificateText(const CertificateFacts &certificate)
{
    QString text;
    for (const CertificateLine &each : certificateLines(certificate))
        text += each.name + QLatin1String(": ") + each.value + QLatin1Char('\n');
    return text;
}

} // namespace breakwater

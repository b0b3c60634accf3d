// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/faultjson.h"

#include "core/store/jsonfields.h"
#include "core/store/names.h"

#include <QJsonArray>

namespace breakwater {

namespace {

using namespace jsonfields;

// Keys are written once here and used both ways.
namespace key {
const auto status = QStringLiteral("status");
const auto requestId = QStringLiteral("requestId");
const auto hint = QStringLiteral("hint");
const auto kind = QStringLiteral("kind");
const auto type = QStringLiteral("type");
const auto code = QStringLiteral("code");
const auto detail = QStringLiteral("detail");
const auto host = QStringLiteral("host");
const auto source = QStringLiteral("source");
const auto inStream = QStringLiteral("inStream");
const auto shouldRetry = QStringLiteral("shouldRetry");
const auto returnsAt = QStringLiteral("returnsAt");
const auto waited = QStringLiteral("waited");
const auto tls = QStringLiteral("tls");
const auto problem = QStringLiteral("problem");
const auto file = QStringLiteral("file");
const auto certificate = QStringLiteral("certificate");
const auto subject = QStringLiteral("subject");
const auto issuer = QStringLiteral("issuer");
const auto hosts = QStringLiteral("hosts");
const auto validFrom = QStringLiteral("validFrom");
const auto validTo = QStringLiteral("validTo");
const auto fingerprint = QStringLiteral("fingerprint");
} // namespace key

WallTime wallFrom(const QJsonObject &object, const QString &name)
{
    return moment(object, name).value_or(WallTime {});
}

QJsonObject toJson(const TlsFacts &facts)
{
    QJsonObject object {{key::problem, nameOf(facts.problem)}};
    put(object, key::file, facts.file);
    if (facts.certificate) {
        QJsonObject certificate {{key::hosts, QJsonArray::fromStringList(facts.certificate->hosts)}};
        put(certificate, key::subject, facts.certificate->subject);
        put(certificate, key::issuer, facts.certificate->issuer);
        put(certificate, key::validFrom, std::optional(facts.certificate->validFrom));
        put(certificate, key::validTo, std::optional(facts.certificate->validTo));
        put(certificate, key::fingerprint, facts.certificate->fingerprint);
        object.insert(key::certificate, certificate);
    }
    return object;
}

TlsFacts tlsFromJson(const QJsonObject &object)
{
    TlsFacts facts;
    facts.problem = valueOf<TlsProblem>(object.value(key::problem).toString()).value_or(TlsProblem::Other);
    facts.file = object.value(key::file).toString();
    if (!object.value(key::certificate).isObject())
        return facts;
    const QJsonObject kept = object.value(key::certificate).toObject();
    CertificateFacts certificate;
    certificate.subject = kept.value(key::subject).toString();
    certificate.issuer = kept.value(key::issuer).toString();
    for (const QJsonValue &each : kept.value(key::hosts).toArray())
        certificate.hosts += each.toString();
    certificate.validFrom = wallFrom(kept, key::validFrom);
    certificate.validTo = wallFrom(kept, key::validTo);
    certificate.fingerprint = kept.value(key::fingerprint).toString();
    facts.certificate = certificate;
    return facts;
}

} // namespace

QJsonObject faultToJson(const Fault &fault)
{
    QJsonObject object {{key::kind, nameOf(fault.kind)}};
    put(object, key::status, fault.status);
    put(object, key::type, fault.type);
    put(object, key::code, fault.code);
    put(object, key::detail, fault.detail);
    put(object, key::host, fault.host);
    put(object, key::requestId, fault.requestId);
    if (fault.hint) {
        put(object, key::hint, std::optional(fault.hint->wait));
        object.insert(key::source, nameOf(fault.hint->source));
    }
    if (fault.returnsAt)
        object.insert(key::returnsAt, static_cast<qint64>(fault.returnsAt->time_since_epoch().count()));
    if (fault.shouldRetry)
        object.insert(key::shouldRetry, *fault.shouldRetry);
    if (fault.inStream)
        object.insert(key::inStream, true);
    put(object, key::waited, fault.waited);
    if (fault.tls)
        object.insert(key::tls, toJson(*fault.tls));
    return object;
}

Fault faultFromJson(const QJsonObject &object)
{
    Fault fault;
    fault.kind = valueOf<FaultKind>(object.value(key::kind).toString()).value_or(FaultKind::Protocol);
    fault.status = whole(object, key::status);
    fault.type = object.value(key::type).toString();
    fault.code = object.value(key::code).toString();
    fault.detail = object.value(key::detail).toString();
    fault.host = object.value(key::host).toString();
    fault.requestId = object.value(key::requestId).toString();
    if (const auto wait = span(object, key::hint))
        fault.hint = Hint {*wait, valueOf<HintSource>(object.value(key::source).toString()).value_or(HintSource::RetryAfterSeconds)};
    if (object.contains(key::returnsAt))
        fault.returnsAt = wallFrom(object, key::returnsAt);
    if (object.contains(key::shouldRetry))
        fault.shouldRetry = object.value(key::shouldRetry).toBool();
    fault.inStream = object.value(key::inStream).toBool();
    fault.waited = span(object, key::waited);
    if (object.value(key::tls).isObject())
        fault.tls = tlsFromJson(object.value(key::tls).toObject());
    return fault;
}

} // namespace breakwater

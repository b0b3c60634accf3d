// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace breakwater {

/// Why a connection is not as safe as it has to be.
enum class TlsProblem {
    Other, ///< the fault's detail has the system's words
    SelfSigned,
    UnknownIssuer,
    Expired,
    NotYetValid,
    WrongHost,
    Revoked,
    NoTls, ///< who answers there speaks none
    // The file of certificates that a person named for the provider
    FileMissing,
    FileUnreadable,
    FileWithoutCertificate,
    NotEncrypted, ///< plain http to another machine, and nobody agreed to it
};

/// A certificate as people compare one. Its texts come from whoever answered: bounded, on one line.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QStringList hosts; ///< that it is for
    WallTime validFrom;
    WallTime validTo;
    QString fingerprint; ///< SHA-256, "AB:CD:…"
    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// What is wrong with a connection's safety.
struct TlsFacts
{
    TlsProblem problem = TlsProblem::Other;
    std::optional<CertificateFacts> certificate; ///< the one that the problem is about
    QString file; ///< the file of certificates that it is about
    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

} // namespace breakwater

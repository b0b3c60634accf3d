// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/faultwords.h"

#include <vector>

namespace breakwater {

/// What is said of connections that are not safe, and of certificates. As faultwords: plain values, any thread.

/// A fault of the kind Tls: what is wrong, whose it is, what next.
[[nodiscard]] Words tlsWords(const Fault &fault, const QString &host);
/// What to do about it is done where the provider is set up.
[[nodiscard]] bool isOfProvider(const Fault &fault);
/// Nobody agreed to send to `host` over plain http.
[[nodiscard]] Words unencryptedWords(const QString &host);
/// What is wrong with a file of certificates; empty for the problems that are not about one.
[[nodiscard]] QString certificateFileSentence(TlsProblem problem, const QString &path);

/// A line about a certificate: "Issued by", "Example CA".
struct CertificateLine
{
    QString name;
    QString value;
};
[[nodiscard]] std::vector<CertificateLine> certificateLines(const CertificateFacts &certificate);
/// All of them, for the clipboard.
[[nodiscard]] QString certificateText(const CertificateFacts &certificate);

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificatefile.h"

#include <QDateTime>
#include <QSslConfiguration>

#include <map>

namespace breakwater {

/// Whom a connection may trust: the system's authorities, and those of one file.
struct Trust
{
    QString file;
    QByteArray digest; ///< of what the file holds: connections made with other certificates are not shared
    QSslConfiguration configuration;
};

/// Reads files of certificates, and keeps what it read until the file changes: to load the system's authorities takes
/// tens of milliseconds. A file that cannot be read fails, each time: nobody is trusted by mistake, nor left out. UI thread.
class TrustStore
{
public:
    [[nodiscard]] tl::expected<const Trust *, TlsProblem> of(const QString &file);

private:
    struct Read
    {
        QDateTime changed;
        qint64 size = 0;
        Trust trust;
    };
    std::map<QString, Read> m_read;
};

} // namespace breakwater

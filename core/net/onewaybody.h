// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace breakwater {

/// A request's body that cannot be rewound, so that QNetworkAccessManager cannot send it a second time by itself.
///
/// A manager resends a POST when its connection drops (measured, Qt 6.4.2: up to four on the wire for one). Only a
/// sequential device that it may not buffer (DoNotBufferUploadDataAttribute) prevents that: it must rewind before it
/// resends, cannot, and ends the reply with ContentReSendError.
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }
    [[nodiscard]] bool seek(qint64) override { return false; } // QIODevice's own would write a warning

protected:
    qint64 readData(char *target, qint64 most) override
    {
        const qint64 count = std::min(most, qint64(m_bytes.size() - m_read));
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, target);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace breakwater {

/// Gives the metrics to a Prometheus on this computer: GET /metrics over HTTP/1.1, on 127.0.0.1 and nothing else.
///
/// It trusts nobody: what asks by another name than this machine's (a web page whose name was bound anew to 127.0.0.1)
/// is refused, and what sends too much or takes too long is cut off. UI thread.
class MetricsServer : public QObject
{
    Q_OBJECT
public:
    /// Asked at each request.
    using Text = std::function<QByteArray()>;
    /// All outlive it.
    MetricsServer(Alarms &alarms, const TimeSource &time, Text text, QObject *parent = nullptr);
    ~MetricsServer() override;

    /// Listens there from now on, and nowhere else; 0: some free port. With the port it has it only goes on.
    void listen(int port);
    void stop();

    /// Where it listens; none: it does not.
    [[nodiscard]] std::optional<quint16> port() const;
    /// Why it does not listen although it should, in one sentence; else empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// It cannot listen.
    void failed(const QString &sentence);

private:
    void accept();

    Alarms &m_alarms;
    const TimeSource &m_time;
    Text m_text;
    std::unique_ptr<QTcpServer> m_server;
    int m_wanted = 0; ///< the port that was asked for
    QString m_problem;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/managerpool.h"
#include "core/net/onewaybody.h"
#include "core/net/transport.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>

namespace breakwater {

/// One reply of a network manager as a WireExchange: says once each what happened, and names how it ended. UI thread.
///
/// What a dropped connection proves about the request, since money hangs on it:
/// - the request was never handed over whole: Connect when no connection stood, else NotProcessed. A server that has
///   half a request cannot work on it;
/// - it was, and no answer began: Ambiguous. It may have been read, worked on and billed. ContentReSendError, which Qt
///   reports when it would have resent, says no more than that;
/// - HTTP/2 says itself that a stream was never taken up (GOAWAY): NotProcessed;
/// - the head came: Truncated.
class NetExchange final : public QObject, public WireExchange
{
public:
    /// Takes `reply`; `body` belongs to it, null for a request without one. `loan` is given back when the exchange ends.
    NetExchange(QNetworkReply *reply, const OneWayBody *body, ExchangeEvents events, ManagerPool::Loan loan);
    ~NetExchange() override;
    Q_DISABLE_COPY_MOVE(NetExchange)

    void hold() override { m_held = true; }
    void goOn() override;

private:
    void takeSent();
    void takeHead();
    void takeBytes();
    void takeEnd();
    void end(const std::optional<Fault> &fault);
    [[nodiscard]] std::optional<FaultKind> whatWentWrong() const;
    [[nodiscard]] FaultKind kindOfDrop() const;
    [[nodiscard]] bool isShort() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] TlsFacts tlsFacts() const;

    QPointer<QNetworkReply> m_reply; // lives until its own deleteLater, at most as long as the manager
    const OneWayBody *m_body; // lives as long as the reply
    std::shared_ptr<ExchangeEvents> m_events;
    ManagerPool::Loan m_loan;
    QList<QSslError> m_tlsErrors; // of the handshake
    qint64 m_received = 0; // bytes of the body
    int m_sends = 0;
    bool m_gotHead = false;
    bool m_ended = false;
    bool m_held = false;
    bool m_endHeld = false; // it came meanwhile
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/attemptrunner.h"
#include "ui/preferences/testresult.h"

#include <QObject>

namespace breakwater {

/// Tries a provider: asks for the list of its models, which costs nothing, then one of them for a word. Says how far it
/// came and what it learned on the way. One test at a time; the owner keeps it until `finished`. UI thread.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    ConnectionTest(Transport &transport, Alarms &alarms, const TimeSource &time, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// `model` is asked for the word; empty: the first that the provider lists. Where nobody agreed to send unencrypted,
    /// nothing is sent.
    void start(const Provider &provider, const QByteArray &key, const QString &model);

Q_SIGNALS:
    void finished(const breakwater::ProviderId &provider, const breakwater::TestResult &result);

private:
    void askForModels();
    void refuseUnencrypted();
    void giveUp(FaultKind kind, Duration waited);
    void takeList(const std::optional<Fault> &fault);
    void addConnection(const std::optional<Fault> &fault);
    void takeModels();
    void askForAWord(const QString &model);
    void takeAnswer(const std::optional<Fault> &fault);
    void add(TestStage stage, bool passed, std::optional<Duration> took = {}, const QString &detail = {});
    void conclude();
    [[nodiscard]] QString inWords(const Fault &fault) const;

    Transport &m_transport;
    Alarms &m_alarms;
    const TimeSource &m_time;
    Provider m_provider;
    QByteArray m_key;
    QString m_model;
    bool m_olderVersion = false;
    TestResult m_result;
    Instant m_begun; // of the request under way
    std::optional<Instant> m_connectingAt;
    std::optional<Instant> m_securedAt;
    std::optional<Instant> m_sentAt;
    std::optional<Instant> m_headAt;
    std::optional<HttpHead> m_head;
    QByteArray m_body;
    std::unique_ptr<WireExchange> m_exchange;
    std::unique_ptr<AttemptRunner> m_attempt;
    std::unique_ptr<Alarm> m_limit;
    std::unique_ptr<Alarm> m_connectLimit;
};

/// The model that a test asks for a word; empty where no route of the provider says.
[[nodiscard]] QString firstModelOf(const ProviderId &provider, const RouteTable &routes);

} // namespace breakwater

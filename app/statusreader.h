// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jitter.h"
#include "core/health/statuspage.h"
#include "core/net/transport.h"
#include "core/route/provider.h"

#include <QObject>

#include <map>

namespace breakwater {

/// Where the provider behind an API's host tells of its health.
struct StatusPage
{
    QString apiHost; ///< of a provider's base URL
    ApiComponent api;
    std::vector<QUrl> addresses; ///< "https://status.example.com/api/v2", in the order in which they are tried
    std::vector<QUrl> redirects; ///< where else a redirect may lead
};

/// The pages that are known: those of Anthropic and OpenAI.
[[nodiscard]] std::vector<StatusPage> knownStatusPages();

/// Where a redirect of `page` leads: only to an address of the page itself, never elsewhere and never in plain letters.
[[nodiscard]] std::optional<QUrl> redirectTarget(const StatusPage &page, const QUrl &from, const QByteArray &location);

/// Reads the status pages of the providers in use, while somebody looks or something of theirs failed lately: at most
/// one request a minute for each page, and one in five minutes for one that cannot be read. No key and nothing that
/// names the person goes along. UI thread.
class StatusReader : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    StatusReader(Transport &transport, Alarms &alarms, const TimeSource &time, Jitter &jitter, std::vector<StatusPage> pages = knownStatusPages(), QObject *parent = nullptr);
    ~StatusReader() override;

    /// Those that may be asked about: the enabled ones.
    void setProviders(const std::vector<Provider> &providers);
    /// Off, it sends nothing, gives up what is under way and forgets what it knew. It begins so.
    void setEnabled(bool enabled);
    /// Somebody looks: the pages of all providers are read.
    void setWanted(bool wanted);
    /// A request to this provider failed, and not by the person's own limit: its page is read for a while.
    void noteTrouble(const ProviderId &provider);

    /// What its page said last; none: it has no page, or was not read yet.
    [[nodiscard]] std::optional<ProviderStatus> status(const ProviderId &provider) const;

Q_SIGNALS:
    void changed(const breakwater::ProviderId &provider);

private:
    struct Watch;
    void look(Watch &watch);
    void tryAddress(Watch &watch);
    void ask(Watch &watch, const QUrl &url);
    void takeEnd(Watch &watch, bool complete);
    void takeSummary(Watch &watch);
    void settle(Watch &watch, ProviderStatus status);
    [[nodiscard]] bool isWanted(const Watch &watch) const;
    [[nodiscard]] Watch *watchOf(const ProviderId &provider) const;

    Transport &m_transport;
    Alarms &m_alarms;
    const TimeSource &m_time;
    Jitter &m_jitter;
    std::vector<std::unique_ptr<Watch>> m_watches; ///< one for each page, from the beginning to the end
    bool m_enabled = false;
    bool m_wanted = false;
};

} // namespace breakwater

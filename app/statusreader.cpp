// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusreader.h"

#include "core/base/logging.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration betweenLooks = std::chrono::seconds(60);
constexpr Duration afterNoAnswer = std::chrono::minutes(5);
constexpr double jitterShare = 0.2; // of the pause, on top of it: many programs must not come at one moment
constexpr Duration longestAnswer = std::chrono::seconds(10);
constexpr Duration troubleLasts = std::chrono::minutes(15);
constexpr auto keptIncidents = std::chrono::hours(24);
constexpr int mostRedirects = 2;

QUrl statusFile(QUrl address, const char *name)
{
    address.setPath(address.path() + QLatin1Char('/') + QLatin1String(name));
    return address;
}

QUrl hostOnly(const char *host)
{
    return QUrl(QLatin1String("https://") + QLatin1String(host));
}

QUrl pageAt(const char *host)
{
    return statusFile(hostOnly(host), "api/v2");
}

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return left.scheme() == right.scheme() && left.host() == right.host() && port(left) == port(right);
}

} // namespace

std::vector<StatusPage> knownStatusPages()
{
    // Programs are refused at the first address at times (405); the second one is the same page.
    return {
        {QStringLiteral("api.anthropic.com"), {{QStringLiteral("k8w3r06qmzrp")}, QStringLiteral("api.anthropic.com")},
            {pageAt("status.claude.com"), pageAt("anthropic.statuspage.io")}, {hostOnly("status.anthropic.com")}},
        // Chat Completions, which is what is asked of it; Responses where that is not listed.
        {QStringLiteral("api.openai.com"), {{QStringLiteral("01JMXBRMFE6N2NNT7DG6XZQ6PW"), QStringLiteral("01JP8CD9JR3HR6Y7G4Q75N4DVW")}, {}},
            {pageAt("status.openai.com")}, {}},
    };
}

std::optional<QUrl> redirectTarget(const StatusPage &page, const QUrl &from, const QByteArray &location)
{
    const QUrl target = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || !target.isValid() || !target.userInfo().isEmpty())
        return std::nullopt;
    const auto isTarget = [&target](const QUrl &known) { return sameOrigin(known, target); };
    const bool known = std::any_of(page.addresses.begin(), page.addresses.end(), isTarget) || std::any_of(page.redirects.begin(), page.redirects.end(), isTarget);
    return known ? std::optional(target) : std::nullopt;
}

/// One page, who is behind it, and the look at it that is under way.
struct StatusReader::Watch
{
    StatusPage page;
    std::vector<ProviderId> providers;
    std::optional<ProviderStatus> known;
    std::optional<Instant> troubleUntil;
    Instant notBefore; ///< whatever is wanted
    std::unique_ptr<Alarm> nextLook;

    std::size_t address = 0; ///< the one that answered last is asked first
    std::size_t tried = 0;
    QUrl url;
    int redirects = 0;
    std::optional<StatusSummary> summary; ///< read; its incidents are being asked for
    std::optional<HttpHead> head;
    QByteArray body;
    std::unique_ptr<WireExchange> exchange;
    std::unique_ptr<Alarm> limit;
};

StatusReader::StatusReader(Transport &transport, Alarms &alarms, const TimeSource &time, Jitter &jitter, std::vector<StatusPage> pages, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_alarms(alarms)
    , m_time(time)
    , m_jitter(jitter)
{
    for (StatusPage &page : pages) {
        m_watches.push_back(std::make_unique<Watch>());
        m_watches.back()->page = std::move(page);
        m_watches.back()->notBefore = m_time.now();
    }
}

StatusReader::~StatusReader() = default;

void StatusReader::setProviders(const std::vector<Provider> &providers)
{
    for (const auto &watch : m_watches) {
        watch->providers.clear();
        for (const Provider &provider : providers) {
            if (provider.enabled && !provider.simulated && provider.baseUrl.host() == watch->page.apiHost)
                watch->providers.push_back(provider.id);
        }
        look(*watch);
    }
}

void StatusReader::setEnabled(bool enabled)
{
    if (std::exchange(m_enabled, enabled) == enabled)
        return;
    for (const auto &watch : m_watches) {
        if (enabled) {
            look(*watch);
            continue;
        }
        const bool knew = watch->known.has_value();
        const Instant notBefore = watch->notBefore; // off and on again is no way to ask more often
        StatusPage page = std::move(watch->page);
        std::vector<ProviderId> providers = std::move(watch->providers);
        *watch = Watch {};
        watch->page = std::move(page);
        watch->providers = providers;
        watch->notBefore = notBefore;
        for (const ProviderId &provider : providers) {
            if (knew)
                Q_EMIT changed(provider);
        }
    }
}

void StatusReader::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    for (const auto &watch : m_watches)
        look(*watch);
}

void StatusReader::noteTrouble(const ProviderId &provider)
{
    if (Watch *watch = watchOf(provider); watch != nullptr && m_enabled) {
        watch->troubleUntil = m_time.now() + troubleLasts;
        look(*watch);
    }
}

StatusReader::Watch *StatusReader::watchOf(const ProviderId &provider) const
{
    const auto found = std::find_if(m_watches.begin(), m_watches.end(), [&provider](const auto &watch) {
        return std::find(watch->providers.begin(), watch->providers.end(), provider) != watch->providers.end();
    });
    return found != m_watches.end() ? found->get() : nullptr;
}

std::optional<ProviderStatus> StatusReader::status(const ProviderId &provider) const
{
    const Watch *watch = watchOf(provider);
    return watch != nullptr ? watch->known : std::nullopt;
}

bool StatusReader::isWanted(const Watch &watch) const
{
    const bool troubled = watch.troubleUntil && m_time.now() < *watch.troubleUntil;
    return m_enabled && !watch.providers.empty() && (m_wanted || troubled);
}

/// Sees to it that the page is looked at when it may be; a look under way goes on, and another follows it.
void StatusReader::look(Watch &watch)
{
    if (!isWanted(watch)) {
        watch.nextLook.reset();
        return;
    }
    if (watch.exchange || watch.nextLook)
        return;
    watch.nextLook = m_alarms.at(std::max(watch.notBefore, m_time.now()), [this, &watch] {
        const auto spent = std::move(watch.nextLook); // lives to the end of its own call
        if (!isWanted(watch))
            return;
        watch.tried = 0;
        tryAddress(watch);
    });
}

void StatusReader::tryAddress(Watch &watch)
{
    if (watch.tried++ >= watch.page.addresses.size()) {
        settle(watch, {});
        return;
    }
    watch.redirects = 0;
    watch.summary.reset();
    ask(watch, statusFile(watch.page.addresses.at(watch.address), "summary.json"));
}

void StatusReader::ask(Watch &watch, const QUrl &url)
{
    watch.url = url;
    watch.head.reset();
    watch.body.clear();
    watch.limit = m_alarms.at(m_time.now() + longestAnswer, [this, &watch] {
        const auto spent = std::move(watch.limit);
        takeEnd(watch, false);
    });
    // Without the language the network layer would name that of the desktop.
    const Headers headers {{"accept", "application/json"}, {"accept-language", "en"}};
    watch.exchange = m_transport.send({"GET", url, headers, {}},
        {[&watch](const HttpHead &head) { watch.head = head; },
            [this, &watch](const QByteArray &bytes) {
                watch.body += bytes;
                if (watch.body.size() > mostOfAStatusPage)
                    takeEnd(watch, false);
            },
            [this, &watch](const std::optional<Fault> &fault) { takeEnd(watch, !fault); }});
}

void StatusReader::takeEnd(Watch &watch, bool complete)
{
    const auto spent = std::move(watch.exchange); // ends what is still coming, and lives until its call is over
    watch.limit.reset();
    const int status = complete && watch.head ? watch.head->status : 0;
    if (status >= 301 && status <= 308 && status != 304 && watch.redirects++ < mostRedirects) {
        if (const auto target = redirectTarget(watch.page, watch.url, watch.head->headers.value("location").value_or(QByteArray()))) {
            ask(watch, *target);
            return;
        }
    }
    if (watch.summary) {
        // Without a list of incidents the level stands all the same.
        const auto incidents = status == 200 ? readIncidents(watch.body, m_time.wall() - keptIncidents) : std::nullopt;
        settle(watch, withIncidents(watch.summary->status, incidents.value_or(std::vector<Incident> {})));
        return;
    }
    if (status == 200)
        watch.summary = readStatusSummary(watch.body, watch.page.api);
    takeSummary(watch);
}

void StatusReader::takeSummary(Watch &watch)
{
    if (!watch.summary || watch.summary->status.level == StatusLevel::Unknown) {
        watch.address = (watch.address + 1) % watch.page.addresses.size();
        tryAddress(watch);
    } else if (!watch.summary->listsIncidents) {
        watch.redirects = 0;
        ask(watch, statusFile(watch.page.addresses.at(watch.address), "incidents.json"));
    } else {
        settle(watch, watch.summary->status);
    }
}

void StatusReader::settle(Watch &watch, ProviderStatus status)
{
    const Duration pause = status.level == StatusLevel::Unknown ? afterNoAnswer : betweenLooks;
    watch.notBefore = m_time.now() + fromSeconds(toSeconds(pause) * (1.0 + jitterShare * m_jitter.next()));
    status.checkedAt = m_time.wall();
    qCInfo(logApp).nospace().noquote() << "event=status-page host=" << watch.page.apiHost << " level=" << static_cast<int>(status.level);
    watch.known = std::move(status);
    watch.summary.reset();
    watch.body.clear();
    look(watch);
    for (const ProviderId &provider : std::vector<ProviderId>(watch.providers)) // whoever hears it may change them
        Q_EMIT changed(provider);
}

} // namespace breakwater

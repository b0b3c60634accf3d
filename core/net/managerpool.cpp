// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/managerpool.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QUrl>

#include <algorithm>

namespace breakwater {

namespace {

/// Keeps nothing.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// The system's proxies, but "find out by yourself" in place of "none" when that comes to the same.
///
/// When a manager knows that there is no proxy, Qt 6.4 gives plain HTTP a socket without a buffer and reads the sizes of
/// chunks from it byte by byte: six reads and four ioctls for each event of a stream, half of what a turn costs. A socket
/// that finds its way by itself has a buffer.
class BufferedWay final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = proxyForQuery(query);
        if (query.protocolTag() == QLatin1String("http") && isNone(proxies)
            && isNone(proxyForQuery(QNetworkProxyQuery(query.peerHostName(), query.peerPort(), {}, QNetworkProxyQuery::TcpSocket))))
            proxies = {QNetworkProxy(QNetworkProxy::DefaultProxy)};
        return proxies;
    }

private:
    /// Qt names "none" more than once, as what is left when the others fail.
    static bool isNone(const QList<QNetworkProxy> &proxies)
    {
        return std::all_of(proxies.begin(), proxies.end(), [](const QNetworkProxy &each) { return each.type() == QNetworkProxy::NoProxy; });
    }
};

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new BufferedWay);
    manager->setCookieJar(new NoCookies(manager.get()));
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    return manager;
}

QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    return url.scheme() + QLatin1String("://") + url.host() + QLatin1Char(':') + QString::number(url.port(usual));
}

} // namespace

ManagerPool::Loan::Loan(QNetworkAccessManager *manager, std::shared_ptr<Load> load, QString origin)
    : m_manager(manager)
    , m_load(std::move(load))
    , m_origin(std::move(origin))
{
    ++m_load->underWay[m_origin];
}

ManagerPool::Loan &ManagerPool::Loan::operator=(Loan &&other) noexcept
{
    giveBack();
    m_manager = other.m_manager;
    m_load = std::move(other.m_load);
    m_origin = std::move(other.m_origin);
    return *this;
}

void ManagerPool::Loan::giveBack()
{
    if (!m_load)
        return;
    const auto entry = m_load->underWay.find(m_origin);
    if (--entry->second == 0)
        m_load->underWay.erase(entry);
    m_load.reset();
}

void ManagerPool::Loan::retire()
{
    if (m_load)
        m_load->retired = true;
}

ManagerPool::Loan ManagerPool::lend(const QUrl &url, const Trusted &trusted)
{
    for (const Member &each : m_members) {
        if (each.trusted.file == trusted.file && each.trusted.digest != trusted.digest)
            each.load->retired = true;
    }
    dismissRetired();
    const QString origin = originOf(url);
    const Member &member = choose(origin, trusted);
    return {member.manager.get(), member.load, origin};
}

void ManagerPool::dismissRetired()
{
    std::erase_if(m_members, [](Member &each) {
        if (!each.load->retired || !each.load->underWay.empty())
            return false;
        each.manager.release()->deleteLater(); // it may be the one that is just reporting
        return true;
    });
}

ManagerPool::Member &ManagerPool::choose(const QString &origin, const Trusted &trusted)
{
    const auto underWay = [&origin](const Member &member) {
        const auto found = member.load->underWay.find(origin);
        return found == member.load->underWay.end() ? 0 : found->second;
    };
    Member *busiest = nullptr;
    Member *idlest = nullptr;
    for (Member &each : m_members) {
        if (each.load->retired || each.trusted != trusted)
            continue;
        const int now = underWay(each);
        if (now < mostAtOnce && (busiest == nullptr || now > underWay(*busiest)))
            busiest = &each;
        if (idlest == nullptr || now < underWay(*idlest))
            idlest = &each;
    }
    if (busiest != nullptr)
        return *busiest;
    if (m_members.size() < mostManagers || idlest == nullptr)
        return m_members.emplace_back(Member {makeManager(), std::make_shared<Load>(), trusted});
    return *idlest;
}

} // namespace breakwater

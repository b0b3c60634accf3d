// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>

#include <map>
#include <memory>
#include <vector>

namespace breakwater {

/// Lends network managers so that no exchange has to wait inside one. UI thread.
///
/// A QNetworkAccessManager keeps at most six HTTP/1.1 connections to a host, and a seventh request waits inside it
/// without a word (Qt 6.4 has no setting for it): it would look like a slow provider. So each manager is lent to at
/// most six exchanges with one origin, and another is made when all have theirs. Each costs a thread, hence the bound
/// of sixteen (96 exchanges with one origin); beyond it an exchange does wait inside.
class ManagerPool
{
public:
    static constexpr int mostAtOnce = 6; ///< exchanges with one origin in one manager
    static constexpr std::size_t mostManagers = 16;

    struct Load
    {
        std::map<QString, int> underWay; ///< by origin; none is zero
        bool retired = false;
    };

    /// The leave to have one exchange under way in `manager()`; given back when destroyed or at `giveBack`, whichever
    /// comes first. May outlive the pool.
    class Loan
    {
    public:
        Loan() = default;
        Loan(QNetworkAccessManager *manager, std::shared_ptr<Load> load, QString origin);
        Loan(Loan &&) noexcept = default;
        Loan &operator=(Loan &&other) noexcept;
        ~Loan() { giveBack(); }
        Q_DISABLE_COPY(Loan)

        /// Lives as long as the pool and, when retired, as its last loan.
        [[nodiscard]] QNetworkAccessManager &manager() const { return *m_manager; }
        void giveBack();
        /// The manager is lent no more: one of its connections may hold what would answer the wrong request.
        void retire();

    private:
        QNetworkAccessManager *m_manager = nullptr;
        std::shared_ptr<Load> m_load;
        QString m_origin;
    };

    /// The certificates that connections are made with besides the system's: a file, and what it holds.
    struct Trusted
    {
        QString file;
        QByteArray digest;
        friend bool operator==(const Trusted &, const Trusted &) = default;
    };

    /// A manager for one exchange with the origin of `url`: of those with room the busiest, so that kept-alive
    /// connections are used again. Each set of certificates has managers of its own, since one of Qt's would use a
    /// connection again that was made with others; when a file has changed, those of what it held before go.
    [[nodiscard]] Loan lend(const QUrl &url, const Trusted &trusted = {});
    [[nodiscard]] std::size_t managers() const { return m_members.size(); }

private:
    struct Member
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        std::shared_ptr<Load> load;
        Trusted trusted;
    };
    void dismissRetired();
    Member &choose(const QString &origin, const Trusted &trusted);

    std::vector<Member> m_members;
};

} // namespace breakwater

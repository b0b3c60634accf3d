// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include "app/secretservice.h"
#include "core/base/logging.h"

#include <qt6keychain/keychain.h>

namespace breakwater {

namespace {

const auto service = QStringLiteral("Breakwater");

Keychain::Outcome outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return Keychain::Outcome::Done;
    case QKeychain::EntryNotFound:
        return Keychain::Outcome::NotThere;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Keychain::Outcome::NoneHere;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::OtherError:
        break;
    }
    qCInfo(logApp).nospace() << "event=keychain-refused code=" << static_cast<int>(job.error());
    return Keychain::Outcome::Refused;
}

class SystemKeychain final : public Keychain
{
public:
    void read(const QString &entry, Read done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        start(job, entry, [this, job, done = std::move(done)] {
            const Outcome outcome = outcomeOf(*job);
            if (outcome == Outcome::NotThere)
                askWhetherLocked(m_here, [done](bool locked) { done(locked ? Outcome::Locked : Outcome::NotThere, {}); });
            else
                done(outcome, outcome == Outcome::Done ? job->binaryData() : QByteArray());
        });
    }

    void write(const QString &entry, const QByteArray &secret, Ended done) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(secret);
        start(job, entry, [job, done = std::move(done)] { done(outcomeOf(*job)); });
    }

    void remove(const QString &entry, Ended done) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        start(job, entry, [job, done = std::move(done)] { done(outcomeOf(*job)); });
    }

private:
    template <class Finished> void start(QKeychain::Job *job, const QString &entry, Finished finished)
    {
        job->setKey(entry);
        job->setInsecureFallback(false);
        // The job belongs to itself: one that waits for a password may outlive us.
        QObject::connect(job, &QKeychain::Job::finished, &m_here, std::move(finished));
        job->start();
    }

    QObject m_here;
};

} // namespace

std::unique_ptr<Keychain> makeSystemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace breakwater

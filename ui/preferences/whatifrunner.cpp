// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/whatifrunner.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

namespace breakwater {

namespace {

bool sameSettings(const ReplaySettings &one, const ReplaySettings &other)
{
    return one.routes == other.routes && one.chain == other.chain && one.policy == other.policy;
}

} // namespace

WhatIfAnswer answerTo(const WhatIfQuestion &question, const std::atomic<bool> &stop)
{
    auto owners = ownersIn(question.now.routes);
    owners.merge(ownersIn(question.changed.routes));
    const RecordedWeather weather(question.samples, std::move(owners));
    WhatIfAnswer answer {typicalReplay(weather, question.now, stop), {}};
    if (!sameSettings(question.now, question.changed))
        answer.changed = typicalReplay(weather, question.changed, stop);
    return answer;
}

struct WhatIfRunner::Mailbox
{
    QMutex mutex;
    WhatIfRunner *runner = nullptr; // null: nobody waits any more
};

QThreadPool &WhatIfRunner::pool()
{
    // Never destroyed: the program would wait at its end for what nobody looks at. One thread: what was stopped ends soon.
    static auto *pool = [] {
        auto *fresh = new QThreadPool;
        fresh->setMaxThreadCount(1);
        return fresh;
    }();
    return *pool;
}

WhatIfRunner::WhatIfRunner(QObject *parent)
    : QObject(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->runner = this;
}

WhatIfRunner::~WhatIfRunner()
{
    stop();
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->runner = nullptr;
}

void WhatIfRunner::stop()
{
    if (m_stop)
        m_stop->store(true);
    m_stop.reset();
}

void WhatIfRunner::ask(WhatIfQuestion question)
{
    stop();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    pool().start([mailbox = m_mailbox, stop = m_stop, question = std::move(question)] {
        if (stop->load())
            return;
        const WhatIfAnswer answer = answerTo(question, *stop);
        const QMutexLocker lock(&mailbox->mutex);
        if (mailbox->runner == nullptr)
            return;
        QMetaObject::invokeMethod(
            mailbox->runner,
            [runner = mailbox->runner, stop, answer] {
                if (runner->m_stop != stop)
                    return; // another question came
                runner->m_stop.reset();
                Q_EMIT runner->answered(answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace breakwater

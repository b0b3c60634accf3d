// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchthread.h"

namespace breakwater {

SearchThread::SearchThread(QObject *parent)
    : QObject(parent)
    , m_worker(new QObject)
    , m_searcher(std::make_shared<std::optional<Searcher>>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("search"));
    m_thread.start();
}

SearchThread::~SearchThread()
{
    cancel();
    QMetaObject::invokeMethod(
        m_worker, [searcher = m_searcher, thread = &m_thread] {
            searcher->reset();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void SearchThread::setFile(const QString &path)
{
    m_path = path;
    QMetaObject::invokeMethod(
        m_worker, [searcher = m_searcher] { searcher->reset(); }, Qt::QueuedConnection);
}

void SearchThread::cancel()
{
    m_newest->fetch_add(1);
}

void SearchThread::find(const SearchWish &wish, Answer done)
{
    const quint64 mine = m_newest->fetch_add(1) + 1;
    const auto isStale = [newest = m_newest, mine] { return newest->load() != mine; };
    QMetaObject::invokeMethod(
        m_worker,
        [this, searcher = m_searcher, path = m_path, wish, isStale, done = std::move(done)] {
            if (isStale())
                return;
            if (!searcher->has_value()) {
                auto opened = Searcher::open(path);
                if (opened)
                    searcher->emplace(std::move(*opened));
                else
                    QMetaObject::invokeMethod(this, [done, fault = opened.error()] { done(tl::unexpected(fault)); }, Qt::QueuedConnection);
                if (!opened)
                    return;
            }
            const auto answer = (*searcher)->find(wish, isStale);
            QMetaObject::invokeMethod(
                this, [done, answer, isStale] {
                    if (!isStale())
                        done(answer);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace breakwater

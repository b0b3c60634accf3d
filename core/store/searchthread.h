// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/searcher.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace breakwater {

/// Searches on a thread and a connection of its own: reading neither waits for writing nor holds it up. Made and called
/// on the UI thread; answers come there. A newer search makes the answers of older ones worthless: they never come.
class SearchThread final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<SearchAnswer> &)>;

    explicit SearchThread(QObject *parent = nullptr);
    ~SearchThread() override;

    /// Where to search from now on: also when another file is in the place of the one that was. It is opened with the next
    /// search: then it must be there.
    void setFile(const QString &path);

    void find(const SearchWish &wish, Answer done);
    /// No answer that is still to come is wanted.
    void cancel();

private:
    QString m_path;
    QThread m_thread;
    QObject *m_worker; // lives on m_thread
    std::shared_ptr<std::optional<Searcher>> m_searcher; // touched on m_thread only
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace breakwater

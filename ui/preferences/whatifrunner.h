// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/replay.h"

#include <QObject>

#include <memory>

class QThreadPool;

namespace breakwater {

/// A recorded time, and the settings under which it is met again.
struct WhatIfQuestion
{
    std::vector<Sample> samples;
    ReplaySettings now; ///< in force
    ReplaySettings changed; ///< being edited
};

struct WhatIfAnswer
{
    ReplayResult now;
    std::optional<ReplayResult> changed; ///< none: nothing is changed
};

/// Answers on a thread of the pool. The next question stops the one before. UI thread; destruction waits for nothing.
class WhatIfRunner : public QObject
{
    Q_OBJECT
public:
    explicit WhatIfRunner(QObject *parent = nullptr);
    ~WhatIfRunner() override;

    void ask(WhatIfQuestion question);
    /// Nobody waits for an answer any more.
    void stop();
    [[nodiscard]] bool isAtWork() const { return m_stop != nullptr; }

    /// The thread of all runners.
    [[nodiscard]] static QThreadPool &pool();

Q_SIGNALS:
    /// To the last question only.
    void answered(const breakwater::WhatIfAnswer &answer);

private:
    struct Mailbox; // outlives the runner while something is computed
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<std::atomic<bool>> m_stop; // of the question under way
};

/// Pure; `stop` may be set from another thread, and what comes then does not count.
[[nodiscard]] WhatIfAnswer answerTo(const WhatIfQuestion &question, const std::atomic<bool> &stop);

} // namespace breakwater

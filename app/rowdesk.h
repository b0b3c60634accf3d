// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchport.h"

#include <atomic>
#include <memory>

namespace breakwater {

class Engine;

/// Carries rows of batches out of the history: into files, and into conversations. UI thread. The engine outlives it; files
/// that are being written when it goes are not there.
class RowDesk
{
public:
    explicit RowDesk(Engine &engine);
    ~RowDesk();
    Q_DISABLE_COPY_MOVE(RowDesk)

    [[nodiscard]] const BatchPort &port() const { return m_port; }

private:
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    BatchPort m_port;
};

} // namespace breakwater

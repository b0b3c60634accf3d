// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "core/route/chain.h"
#include "ui/shell/ground.h"

namespace breakwater {

class Button;
class TextLabel;

/// One batch beside the list: how it stands, what it cost, and the way to its answers. UI thread.
class BatchDetail : public Ground
{
    Q_OBJECT
public:
    explicit BatchDetail(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const Batch &batch, bool isUnderWay, const RouteTable &routes, WallTime now);

Q_SIGNALS:
    void openWanted(const breakwater::BatchId &id);
    void lookWanted(const breakwater::BatchId &id);

private:
    BatchId m_batch;
    TextLabel *m_title;
    TextLabel *m_made;
    TextLabel *m_counts;
    TextLabel *m_standing;
    TextLabel *m_cost;
    Button *m_open;
    Button *m_look;
};

} // namespace breakwater

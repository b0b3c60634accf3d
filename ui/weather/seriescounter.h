// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <QAbstractButton>

namespace breakwater {

/// A class of results with its mark and its count; a click hides or shows its series in the charts. UI thread.
class SeriesCounter : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SeriesCounter(SampleClass which, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();

    SampleClass m_which;
    int m_count = 0;
};

} // namespace breakwater

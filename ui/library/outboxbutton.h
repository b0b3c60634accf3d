// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace breakwater {

/// The row above the conversations that opens the outbox, with the number of turns in it. UI thread.
class OutboxButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit OutboxButton(QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

} // namespace breakwater

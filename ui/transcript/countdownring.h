// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

/// What a screen reader finds where a retry card counts down: a progress indicator. The card paints what is seen of it.
///
/// Tells nothing by itself: who wants to know how long it takes asks. UI thread.
class CountdownRing : public QWidget
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent);

    /// Of a wait of `whole` seconds, `left` are left.
    void setSeconds(int left, int whole);
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] int whole() const { return m_whole; }
    [[nodiscard]] QString words() const;

private:
    int m_left = 0;
    int m_whole = 0;
};

} // namespace breakwater

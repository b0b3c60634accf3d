// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

/// The left half of the welcome: mark, claim, waves. As wide as its text size asks for. UI thread.
class WelcomePoster : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePoster(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
};

} // namespace breakwater

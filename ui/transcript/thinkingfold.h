// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace breakwater {

/// The line above an answer that says that the model thinks, or for how long it did; checked: what it thought is shown.
/// Where the provider tells no summary there is nothing to open. UI thread.
class ThinkingFold : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ThinkingFold(QWidget *parent = nullptr);

    void setState(const QString &words, bool hasText, bool open);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] static int fixedHeight();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace breakwater

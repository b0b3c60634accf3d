// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QAbstractButton>

namespace breakwater {

/// A few small words that can be clicked. UI thread.
class LinkLabel : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkLabel(QWidget *parent = nullptr);

    void setWords(const QString &words);
    /// Of the words, where they are not under the mouse.
    void setColor(QColor Tokens::*color) { m_color = color; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor Tokens::*m_color = &Tokens::text2;
};

} // namespace breakwater

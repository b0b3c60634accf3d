// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/button.h"

#include <QTimer>

namespace breakwater {

/// A button that copies, and says so for two seconds in its own place. UI thread.
class CopyButton : public Button
{
    Q_OBJECT
public:
    enum class Look { Icon, Plain };
    CopyButton(Kind kind, const QString &text, Look look = Look::Icon, QWidget *parent = nullptr);

    void copy(const QString &text);
    /// As wide as the wider of its two words: nothing beside it moves.
    [[nodiscard]] QSize sizeHint() const override;

private:
    void say(const QString &text, Icon which);

    QString m_text;
    Look m_look;
    QTimer m_over;
};

} // namespace breakwater

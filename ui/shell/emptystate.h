// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

namespace breakwater {

class Button;
class TextLabel;

/// What stands where nothing is yet: an icon, what comes here, and how. UI thread.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Icon which, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// A button below; without words there is none.
    void setAction(const QString &words);
    [[nodiscard]] Button &action() const { return *m_action; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void acted();

private:
    TextLabel *m_title;
    TextLabel *m_sentence;
    Button *m_action;
};

} // namespace breakwater

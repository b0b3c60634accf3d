// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/card.h"
#include "ui/style/icons.h"

class QRadioButton;
class QVBoxLayout;

namespace breakwater {

/// One way to start, as a card: a radio button, two lines, an icon, and fields that show while it is chosen. UI thread.
class StartChoice : public Card
{
    Q_OBJECT
public:
    StartChoice(Icon which, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    /// Shown below the words while this choice is chosen; the card owns it.
    void setDetails(QWidget *details);
    [[nodiscard]] QRadioButton &radio() const { return *m_radio; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void showState();

    Icon m_icon;
    QRadioButton *m_radio = nullptr;
    QVBoxLayout *m_words = nullptr;
    QWidget *m_details = nullptr;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/ground.h"

namespace breakwater {

class IconButton;

/// The bar above the page: its title, and the buttons of the page and the window. UI thread.
class Header : public Ground
{
    Q_OBJECT
public:
    explicit Header(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] const QString &title() const { return m_title; }
    /// Quiet words after the title: what the conversation cost.
    void setNote(const QString &note);
    [[nodiscard]] const QString &note() const { return m_note; }
    /// The button that brings the sidebar back while it is not there.
    void setMenuShown(bool shown);
    /// The buttons that speak of a conversation.
    void setConversationShown(bool shown);
    void setFlightEnabled(bool enabled);
    void setWeatherChecked(bool checked);
    [[nodiscard]] QWidget *moreButton() const;

Q_SIGNALS:
    void menuWanted();
    void findWanted();
    void flightWanted();
    void weatherWanted();
    void moreWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_note;
    IconButton *m_menu;
    IconButton *m_find;
    IconButton *m_flight;
    IconButton *m_weather;
    IconButton *m_more;
};

} // namespace breakwater

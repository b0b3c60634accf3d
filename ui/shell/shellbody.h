// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

/// Lays out sidebar, page and weather panel. Under 1000 px the sidebar lies over the page and goes when something else
/// is clicked. UI thread.
class ShellBody : public QWidget
{
    Q_OBJECT
public:
    ShellBody(QWidget *sidebar, QWidget *page, QWidget *parent = nullptr);

    /// The panel at the right; null takes it out. Not owned while it is out.
    void setPanel(QWidget *panel);
    void toggleSidebar();
    /// Whether it stands beside the page when there is room; the overlay comes and goes by itself.
    void setSidebarWanted(bool wanted);
    [[nodiscard]] bool sidebarWanted() const { return m_wanted; }
    [[nodiscard]] bool sidebarVisible() const;
    [[nodiscard]] bool isOverlay() const;
    /// Takes the overlay away; false when there was none.
    bool closeOverlay();
    void openSidebar();

Q_SIGNALS:
    void sidebarChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    QWidget *m_sidebar;
    QWidget *m_page;
    QWidget *m_panel = nullptr;
    QWidget *m_catcher; ///< takes the click beside the overlay
    bool m_wanted = true;
    bool m_overlayOpen = false;
};

} // namespace breakwater

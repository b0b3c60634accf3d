// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellbody.h"

#include "ui/style/theme.h"
#include "ui/weather/weatherpanel.h"

#include <QEvent>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int overlayBelow = 1000;
constexpr int leftOfThePage = 160; // beside the overlay

} // namespace

ShellBody::ShellBody(QWidget *sidebar, QWidget *page, QWidget *parent)
    : QWidget(parent)
    , m_sidebar(sidebar)
    , m_page(page)
    , m_catcher(new QWidget(this))
{
    m_sidebar->setParent(this);
    m_page->setParent(this);
    m_catcher->installEventFilter(this);
    m_catcher->hide();
    connect(&Theme::instance(), &Theme::changed, this, &ShellBody::arrange);
    arrange();
}

void ShellBody::setPanel(QWidget *panel)
{
    if (m_panel == panel)
        return;
    if (m_panel != nullptr)
        m_panel->hide();
    m_panel = panel;
    if (m_panel != nullptr) {
        m_panel->setParent(this);
        m_panel->show();
    }
    arrange();
}

bool ShellBody::isOverlay() const
{
    return width() < overlayBelow;
}

bool ShellBody::sidebarVisible() const
{
    return isOverlay() ? m_overlayOpen : m_wanted;
}

void ShellBody::toggleSidebar()
{
    if (isOverlay())
        m_overlayOpen = !m_overlayOpen;
    else
        m_wanted = !m_wanted;
    arrange();
}

void ShellBody::setSidebarWanted(bool wanted)
{
    m_wanted = wanted;
    arrange();
}

void ShellBody::openSidebar()
{
    if (!sidebarVisible())
        toggleSidebar();
}

bool ShellBody::closeOverlay()
{
    if (!isOverlay() || !m_overlayOpen)
        return false;
    toggleSidebar();
    return true;
}

void ShellBody::arrange()
{
    const bool overlay = isOverlay();
    if (!overlay)
        m_overlayOpen = false;
    const bool shown = sidebarVisible();
    const int panelWidth = m_panel != nullptr ? WeatherPanel::dockedWidth() : 0;
    // It grows with the text, as far as the page can spare it.
    const int most = std::max(metrics::sidebarWidth, overlay ? width() - leftOfThePage : width() / 3);
    const int sidebarWidth = m_panel != nullptr ? metrics::narrowSidebarWidth : std::min(scaledUp(metrics::sidebarWidth), most);
    const int left = shown && !overlay ? sidebarWidth : 0;
    m_page->setGeometry(left, 0, width() - left - panelWidth, height());
    m_sidebar->setGeometry(0, 0, sidebarWidth, height());
    m_sidebar->setVisible(shown);
    if (m_panel != nullptr)
        m_panel->setGeometry(width() - panelWidth, 0, panelWidth, height());
    m_catcher->setGeometry(rect());
    m_catcher->setVisible(shown && overlay);
    if (shown && overlay) {
        m_catcher->raise();
        m_sidebar->raise();
    }
    Q_EMIT sidebarChanged();
}

void ShellBody::resizeEvent(QResizeEvent *)
{
    arrange();
}

bool ShellBody::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_catcher && event->type() == QEvent::MouseButtonPress) {
        closeOverlay();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace breakwater

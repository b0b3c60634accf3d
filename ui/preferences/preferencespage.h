// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencesdraft.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace breakwater {

/// One page of the preferences: a title, a sentence, and what is set below them. Edits go into the draft. UI thread.
class PreferencesPage : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] QString title() const { return m_title; }
    /// Whether the page has defaults of its own to go back to.
    [[nodiscard]] virtual bool hasDefaults() const { return false; }
    /// Gives the page's own values back their defaults.
    virtual void restoreDefaults(Preferences &) const { }
    /// The names of what is set on it, from top to bottom.
    [[nodiscard]] virtual QStringList settings() const;
    /// Brings the setting of this name into sight, and the focus to it.
    void showSetting(const QString &title);
    /// Shows only the settings that match, all for an empty needle; whether any did.
    virtual bool find(const QString &needle);

protected:
    /// `keywords` are found by a search too: words for what is no SettingRow.
    PreferencesPage(const QString &title, const QString &sentence, const QString &keywords, PreferencesDraft &draft,
        QWidget *parent);

    [[nodiscard]] PreferencesDraft &draft() const { return m_draft; }
    [[nodiscard]] const Preferences &values() const { return m_draft.edited(); }
    /// Where the page puts what it has; scrolls when it must.
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    /// Beside the body, not scrolling with it: a preview. Hidden where the window is too narrow for both.
    void addBeside(QWidget *widget);
    /// Shows `values()`. Called when they changed from elsewhere; call it at the end of the constructor.
    virtual void load() = 0;

    /// Shows what is beside, or hides it where that would cut off something of the page. For a page that has another place for it.
    virtual void placeBeside();

    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QString m_title;
    QString m_words;
    PreferencesDraft &m_draft;
    QScrollArea *m_scroll = nullptr;
    QHBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_body = nullptr;
    QWidget *m_beside = nullptr;
};

} // namespace breakwater

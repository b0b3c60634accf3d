// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencesdraft.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace breakwater {

class PreviewScroll;

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
    /// Logical pixels that a preview has to have beside what is set, and has at most, at the usual size of text.
    struct PreviewWidths
    {
        int least;
        int most;
    };
    /// Shows what the settings do: beside the body, not scrolling with it, where both have room, else at `below` in the body.
    void addPreview(PreviewScroll *preview, PreviewWidths widths, int below);
    /// Shows `values()`. Called when they changed from elsewhere; call it at the end of the constructor.
    virtual void load() = 0;

    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void placePreview();

    QString m_title;
    QString m_words;
    PreferencesDraft &m_draft;
    QScrollArea *m_scroll = nullptr;
    QHBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_body = nullptr;
    PreviewScroll *m_preview = nullptr;
    PreviewWidths m_previewWidths {};
    int m_previewBelow = 0; ///< its place in the body
    bool m_isBeside = false;
};

} // namespace breakwater

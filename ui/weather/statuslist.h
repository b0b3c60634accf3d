// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/statuspage.h"

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace breakwater {

/// What the page of a provider said last.
struct StatusLine
{
    QString provider; ///< its name
    ProviderStatus status;
    friend bool operator==(const StatusLine &, const StatusLine &) = default;
};

/// What the providers say of themselves, and the incidents they tell of. The words in it are theirs: shown as plain text.
class StatusList : public QWidget
{
    Q_OBJECT
public:
    explicit StatusList(QWidget *parent = nullptr);

    /// `from`: incidents that were over before are left out.
    void show(const std::vector<StatusLine> &lines, WallTime from, WallTime now);

    /// "All working", "Elevated errors on Opus", "Unknown: its page cannot be read".
    [[nodiscard]] static QString words(const ProviderStatus &status);
    /// "checked 1 min ago"
    [[nodiscard]] static QString checkedWords(const ProviderStatus &status, WallTime now);

private:
    struct Entry
    {
        QString title;
        QString below;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QBoxLayout *m_lines;
    std::vector<Entry> m_entries;
};

} // namespace breakwater

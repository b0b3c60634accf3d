// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/turn/outbox.h"
#include "ui/library/conversationgroup.h"
#include "ui/library/titlefilter.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <set>

namespace breakwater {

/// What stands at the right end of a row. The order is that of importance.
enum class RowMark { None, Draft, Waiting, Retrying };

/// The rows of the sidebar: headings and the conversations under them, newest first.
///
/// Follows the Library and the Outbox, and moves rows rather than starting over, so that selection, scroll place and an
/// open editor survive. Renaming goes out as a wish; the Library is changed by whoever grants it. UI thread.
class ConversationList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, IsHeadingRole, TimeRole, UnreadRole, MarkRole, FoldRole };
    /// Of a heading: whether what stands under it is shown.
    enum Fold { NoFold, Open, Folded };

    ConversationList(const Library &library, const Outbox &outbox, const TimeSource &time, Alarms &alarms, QObject *parent = nullptr);
    ~ConversationList() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Shows only what `text` leaves, as TitleFilter says.
    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return m_filter.isActive(); }
    /// Folds the section of a heading that can be folded, or opens it.
    void toggle(const QModelIndex &heading);
    /// The sections that are not as they are at first (folders open, the archive folded), to be kept.
    [[nodiscard]] QStringList toggled() const;
    void setToggled(const QStringList &sections);
    void setUnread(const ConversationId &id, bool unread);
    void setDraft(const ConversationId &id, bool draft);
    /// While it is dragged there is a heading for each place that it can go to, also where nothing stands there yet; an empty
    /// id: nothing is dragged any more.
    void setDragged(const ConversationId &id);
    /// The section that a conversation goes to when it is dropped on this row; none where it is there already. A day takes
    /// only what was changed on it: its own is meant, whichever it is.
    [[nodiscard]] std::optional<Section> dropSection(const ConversationId &id, const QModelIndex &index) const;
    /// Under which heading a row stands, or which one it is.
    [[nodiscard]] Section sectionAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex indexOf(const ConversationId &id) const;
    [[nodiscard]] ConversationId idAt(const QModelIndex &index) const;
    /// The conversations in the order shown, without the headings.
    [[nodiscard]] std::vector<ConversationId> order() const;

Q_SIGNALS:
    void renameWanted(const breakwater::ConversationId &id, const QString &title);
    /// The rows are up to date again after a change.
    void refreshed();

private:
    struct Row
    {
        std::optional<Section> heading;
        Fold fold = NoFold; ///< of a heading
        ConversationId id;
        QString title;
        QString time;
        bool unread = false;
        RowMark mark = RowMark::None;
        [[nodiscard]] bool isSame(const Row &other) const { return heading == other.heading && id == other.id; }
        friend bool operator==(const Row &, const Row &) = default;
    };

    void schedule();
    void refresh();
    void watchMidnight();
    [[nodiscard]] std::map<ConversationId, RowMark> turnMarks() const;
    [[nodiscard]] std::vector<Row> wanted() const;
    [[nodiscard]] bool isFolded(const Section &section) const;
    void morph(const std::vector<Row> &rows);

    const Library &m_library;
    const Outbox &m_outbox;
    const TimeSource &m_time;
    Alarms &m_alarms;
    std::vector<Row> m_rows;
    std::map<ConversationId, RowMark> m_turnMarks;
    std::set<ConversationId> m_unread;
    std::set<ConversationId> m_drafts;
    std::set<QString> m_toggled;
    ConversationId m_dragged;
    TitleFilter m_filter;
    std::unique_ptr<Alarm> m_midnight;
    bool m_scheduled = false;
};

} // namespace breakwater

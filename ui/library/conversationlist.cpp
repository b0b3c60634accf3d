// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/conversationlist.h"

#include "ui/weather/weatherwords.h"

#include <algorithm>

namespace breakwater {

namespace {

RowMark markOf(const TurnState &turn)
{
    switch (turn.phase) {
    case TurnPhase::Waiting:
        return RowMark::Retrying;
    case TurnPhase::Sending:
        return turn.attempts.size() > 1 ? RowMark::Retrying : RowMark::None;
    case TurnPhase::Kept:
    case TurnPhase::Unknown:
        return RowMark::Waiting;
    case TurnPhase::Accepted:
    case TurnPhase::Streaming:
    case TurnPhase::Answered:
    case TurnPhase::BrokenOff:
    case TurnPhase::Stopped:
    case TurnPhase::Failed:
    case TurnPhase::Cancelled:
        return RowMark::None;
    }
    return RowMark::None;
}

QString nameOfSection(const Section &section)
{
    return section.group == ConversationGroup::Archived ? QStringLiteral("archive") : QLatin1String("folder/") + section.folder;
}

} // namespace

ConversationList::ConversationList(const Library &library, const Outbox &outbox, const TimeSource &time, Alarms &alarms, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_outbox(outbox)
    , m_time(time)
    , m_alarms(alarms)
{
    connect(&library, &Library::conversationAdded, this, &ConversationList::schedule);
    connect(&library, &Library::conversationChanged, this, &ConversationList::schedule);
    connect(&library, &Library::conversationRemoved, this, &ConversationList::schedule);
    const auto look = [this] {
        if (auto marks = turnMarks(); marks != m_turnMarks) {
            m_turnMarks = std::move(marks);
            schedule();
        }
    };
    connect(&outbox, &Outbox::turnChanged, this, look);
    connect(&outbox, &Outbox::turnSettled, this, look);
    m_turnMarks = turnMarks();
    m_rows = wanted();
    watchMidnight();
}

ConversationList::~ConversationList() = default;

int ConversationList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return row.heading ? sectionTitle(*row.heading) : row.title;
    if (role == IsHeadingRole)
        return row.heading.has_value();
    if (role == FoldRole)
        return static_cast<int>(row.fold);
    if (role == Qt::AccessibleTextRole && row.fold != NoFold)
        return (row.fold == Folded ? tr("%1, folded") : tr("%1, open")).arg(sectionTitle(*row.heading));
    if (row.heading)
        return {};
    if (role == Qt::ToolTipRole)
        return row.title;
    if (role == Qt::AccessibleTextRole) {
        QStringList words {row.title};
        if (row.unread)
            words << tr("unread");
        if (row.mark == RowMark::Retrying)
            words << tr("trying again");
        else if (row.mark == RowMark::Waiting)
            words << tr("waiting in the outbox");
        else if (row.mark == RowMark::Draft)
            words << tr("draft");
        else if (!row.time.isEmpty())
            words << row.time;
        return words.join(QStringLiteral(", "));
    }
    if (role == IdRole)
        return row.id.text();
    if (role == TimeRole)
        return row.time;
    if (role == UnreadRole)
        return row.unread;
    if (role == MarkRole)
        return QVariant::fromValue(static_cast<int>(row.mark));
    return {};
}

Qt::ItemFlags ConversationList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.heading)
        return row.fold == NoFold ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

bool ConversationList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || idAt(index).isEmpty() || title.isEmpty())
        return false;
    if (title != m_rows[static_cast<std::size_t>(index.row())].title)
        Q_EMIT renameWanted(idAt(index), title);
    return true;
}

void ConversationList::setFilter(const QString &text)
{
    m_filter = TitleFilter(text);
    beginResetModel();
    m_rows = wanted();
    endResetModel();
    Q_EMIT refreshed();
}

void ConversationList::toggle(const QModelIndex &heading)
{
    if (!heading.isValid() || m_rows[static_cast<std::size_t>(heading.row())].fold == NoFold)
        return;
    const QString name = nameOfSection(*m_rows[static_cast<std::size_t>(heading.row())].heading);
    if (m_toggled.erase(name) == 0)
        m_toggled.insert(name);
    refresh();
}

QStringList ConversationList::toggled() const
{
    return {m_toggled.begin(), m_toggled.end()};
}

void ConversationList::setToggled(const QStringList &sections)
{
    m_toggled = {sections.begin(), sections.end()};
    schedule();
}

/// What is searched for is shown wherever it stands.
bool ConversationList::isFolded(const Section &section) const
{
    const bool toggled = m_toggled.count(nameOfSection(section)) > 0;
    return section.isFoldable() && !m_filter.isActive() && toggled != (section.group == ConversationGroup::Archived);
}

void ConversationList::setUnread(const ConversationId &id, bool unread)
{
    if (unread ? m_unread.insert(id).second : m_unread.erase(id) > 0)
        schedule();
}

void ConversationList::setDraft(const ConversationId &id, bool draft)
{
    if (draft ? m_drafts.insert(id).second : m_drafts.erase(id) > 0)
        schedule();
}

void ConversationList::setDragged(const ConversationId &id)
{
    m_dragged = id;
    refresh();
}

std::optional<Section> ConversationList::dropSection(const ConversationId &id, const QModelIndex &index) const
{
    const Conversation *conversation = m_library.conversation(id);
    if (conversation == nullptr || !index.isValid())
        return std::nullopt;
    const ListDays days = listDays(localTime(m_time.wall()));
    const Section there = sectionOf(movedTo(*conversation, sectionAt(index)), days);
    return there == sectionOf(*conversation, days) ? std::nullopt : std::optional(there);
}

Section ConversationList::sectionAt(const QModelIndex &index) const
{
    for (int row = index.row(); row >= 0; --row) {
        if (const auto &heading = m_rows[static_cast<std::size_t>(row)].heading)
            return *heading;
    }
    return {};
}

QModelIndex ConversationList::indexOf(const ConversationId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return !row.heading && row.id == id; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

ConversationId ConversationList::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].id : ConversationId();
}

std::vector<ConversationId> ConversationList::order() const
{
    std::vector<ConversationId> ids;
    for (const Row &row : m_rows) {
        if (!row.heading)
            ids.push_back(row.id);
    }
    return ids;
}

/// Many changes in one go, as at start, make one refresh.
void ConversationList::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &ConversationList::refresh, Qt::QueuedConnection);
}

void ConversationList::refresh()
{
    m_scheduled = false;
    const std::vector<Row> rows = wanted();
    if (m_rows.empty()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else {
        morph(rows);
    }
    Q_EMIT refreshed();
}

/// "Today" becomes "Yesterday" without anything else having happened.
void ConversationList::watchMidnight()
{
    const QDateTime now = localTime(m_time.wall());
    const qint64 left = now.msecsTo(now.date().addDays(1).startOfDay()) + 1;
    m_midnight = m_alarms.at(m_time.now() + std::chrono::milliseconds(left), [this] {
        schedule();
        watchMidnight();
    });
}

std::map<ConversationId, RowMark> ConversationList::turnMarks() const
{
    std::map<ConversationId, RowMark> marks;
    for (const TurnState *turn : m_outbox.unsettled()) {
        RowMark &mark = marks[turn->conversation];
        mark = std::max(mark, markOf(*turn));
    }
    return marks;
}

std::vector<ConversationList::Row> ConversationList::wanted() const
{
    const ListDays days = listDays(localTime(m_time.wall()));
    std::map<Section, std::vector<Row>> sections;
    for (const Conversation *conversation : m_library.conversations()) {
        if (m_filter.isActive() && !m_filter.matches(*conversation))
            continue;
        const Section section = sectionOf(*conversation, days);
        Row row;
        row.id = conversation->id;
        row.title = conversation->title.isEmpty() ? tr("Untitled") : conversation->title;
        if (section.group == ConversationGroup::Today)
            row.time = weatherwords::clockTime(conversation->updatedAt, conversation->updatedAt);
        row.unread = m_unread.count(row.id) > 0;
        const auto turn = m_turnMarks.find(row.id);
        if (turn != m_turnMarks.end())
            row.mark = turn->second;
        if (row.mark == RowMark::None && m_drafts.count(row.id) > 0)
            row.mark = RowMark::Draft;
        sections[section].push_back(std::move(row));
    }
    if (const Conversation *dragged = m_library.conversation(m_dragged)) {
        for (const Section &place : {Section {ConversationGroup::Pinned}, Section {ConversationGroup::Archived}, sectionOf(movedTo(*dragged, {}), days)})
            sections.try_emplace(place);
    }
    std::vector<Row> rows;
    for (auto &[section, members] : sections) {
        Row heading;
        heading.heading = section;
        const bool folded = isFolded(section);
        heading.fold = !section.isFoldable() ? NoFold : folded ? Folded : Open;
        rows.push_back(heading);
        if (folded)
            continue;
        std::move(members.begin(), members.end(), std::back_inserter(rows));
    }
    return rows;
}

/// Makes the rows those wanted by the fewest moves that one pass finds.
void ConversationList::morph(const std::vector<Row> &rows)
{
    const auto isWanted = [&rows](const Row &row) {
        return std::any_of(rows.begin(), rows.end(), [&row](const Row &each) { return each.isSame(row); });
    };
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const Row &target = rows[at];
        const int place = static_cast<int>(at);
        while (at < m_rows.size() && !m_rows[at].isSame(target) && !isWanted(m_rows[at])) {
            beginRemoveRows({}, place, place);
            m_rows.erase(m_rows.begin() + place);
            endRemoveRows();
        }
        if (at >= m_rows.size() || !m_rows[at].isSame(target)) {
            const auto begin = m_rows.begin() + std::min(place, static_cast<int>(m_rows.size()));
            const auto later = std::find_if(begin, m_rows.end(), [&target](const Row &each) { return each.isSame(target); });
            if (later == m_rows.end()) {
                beginInsertRows({}, place, place);
                m_rows.insert(m_rows.begin() + place, target);
                endInsertRows();
            } else {
                const int from = static_cast<int>(later - m_rows.begin());
                beginMoveRows({}, from, from, {}, place);
                std::rotate(m_rows.begin() + place, later, later + 1);
                endMoveRows();
            }
        }
        if (m_rows[at] != target) {
            m_rows[at] = target;
            Q_EMIT dataChanged(index(place), index(place));
        }
    }
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
}

} // namespace breakwater

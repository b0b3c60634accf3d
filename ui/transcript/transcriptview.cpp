// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/questionactions.h"
#include "ui/transcript/retrycard.h"
#include "ui/transcript/transcriptaccessible.h"
#include "ui/transcript/versionstrip.h"

#include <QDateTime>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace breakwater {

namespace {

constexpr int stickWithin = 48;
constexpr int frameMs = 33;
constexpr int clockMs = 100;
constexpr int copiedMs = 2'000;
constexpr qreal leastMargin = 32;
constexpr qreal dayTop = 18;
constexpr qreal dayBottom = 16;
constexpr qreal afterQuestion = 20;
constexpr qreal afterAnswer = 22;
constexpr qreal beforeFooter = 10;
constexpr qreal bubbleSide = 16;
constexpr qreal bubbleTop = 10;
constexpr std::size_t layoutsKept = 120; ///< of about 40 KB each

void installAccessible()
{
    TranscriptAccessible::install();
}

} // namespace

/// Before there is any view: what Qt makes of one while its base is constructed is kept.
Q_COREAPP_STARTUP_FUNCTION(installAccessible)

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_questionActions(new QuestionActions(viewport()))
    , m_pill(new Button(Button::Kind::Plain, tr("New text below"), viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that the column does not move when the text outgrows the window.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversation"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(40);

    m_pill->setObjectName(QStringLiteral("NewTextPill"));
    m_pill->setLeadingIcon(Icon::ArrowDown);
    m_pill->hide();
    connect(m_questionActions, &QuestionActions::editWanted, this, &TranscriptView::editWanted);
    connect(m_questionActions, &QuestionActions::copyWanted, this, &TranscriptView::copyMessage);
    connect(m_pill, &QAbstractButton::clicked, this, &TranscriptView::scrollToEnd);

    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &TranscriptView::flush);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &TranscriptView::tick);
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(copiedMs);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] {
        for (TranscriptRow &row : m_rows) {
            if (row.id != m_copiedMessage || !row.layout)
                continue;
            if (auto *code = dynamic_cast<CodePart *>(row.layout->partNamed(m_copiedPart)))
                code->setCopyLook(CodePart::CopyLook::Rest);
        }
        viewport()->update();
    });
    connect(&Theme::instance(), &Theme::aboutToChange, this, [this] { m_reading = readingNow(); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        invalidate(false);
        readAgain(std::exchange(m_reading, std::nullopt));
    });
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setLibrary(Library *library)
{
    if (m_library)
        disconnect(m_library, nullptr, this, nullptr);
    m_library = library;
    if (library) {
        const auto whenShown = [this](auto call) {
            return [this, call](const ConversationId &conversation, const MessageId &id) {
                if (conversation == m_conversation)
                    call(id);
            };
        };
        connect(library, &Library::messageAppended, this, whenShown([this](const MessageId &id) {
            appended(id);
            tellReaderOfRows();
        }));
        connect(library, &Library::textAppended, this, whenShown([this](const MessageId &id) { speakProgress(id); }));
        connect(library, &Library::messageChanged, this, whenShown([this](const MessageId &id) { speakProgress(id); }));
        connect(library, &Library::branchChanged, this, [this](const ConversationId &id) {
            if (id != m_conversation)
                return;
            m_stick = false; // the reader looks here, not at the end
            syncRows();
        });
        const auto grew = whenShown([this](const MessageId &id) {
            if (m_time)
                m_lastText = m_time->now();
            dirty(id);
        });
        connect(library, &Library::textAppended, this, grew);
        connect(library, &Library::thinkingAppended, this, grew);
        connect(library, &Library::messageChanged, this, whenShown([this](const MessageId &id) { dirty(id); }));
        connect(library, &Library::messageRemoved, this, whenShown([this](const MessageId &) { rebuild(); }));
        connect(library, &Library::messagesReset, this, [this](const ConversationId &id) {
            if (id != m_conversation)
                return;
            // The texts may be others; and where older ones came, what is shown stays in its place.
            for (std::size_t i = 0; i < m_rows.size(); ++i) {
                m_rows[i].exact = false;
                if (i >= m_anchorRow && i < m_visibleEnd)
                    continue; // it is laid out again at once, as far as it differs
                m_rows[i].layout.reset();
                if (m_rows[i].hasLook())
                    m_rows[i].look().thinkingLayout.reset();
            }
            syncRows();
        });
        connect(library, &Library::conversationRemoved, this, [this](const ConversationId &id) {
            if (id == m_conversation)
                showConversation({});
        });
    }
    rebuild();
}

void TranscriptView::setTurns(FindTurn find, FindRoutes routes, const TimeSource &time)
{
    m_find = std::move(find);
    m_findRoutes = std::move(routes);
    m_time = &time;
    invalidate(true);
}

void TranscriptView::showConversation(const ConversationId &id)
{
    m_conversation = id;
    m_stick = true;
    rebuild();
}

void TranscriptView::rebuild()
{
    for (TranscriptRow &row : m_rows)
        hideWidgets(row);
    m_rows.clear();
    m_heights.clear();
    m_layouts = 0;
    m_lastOfTurn.clear();
    m_dirty.clear();
    m_selectionFrom = m_selectionTo = {};
    m_hoveredCode = m_draggedCode = nullptr;
    m_anchorRow = 0;
    m_anchorOffset = 0;
    m_lastText.reset();
    m_dayFrom = m_dayUntil = 0; // the time zone may be another one
    if (m_library) {
        const TurnTree tree(m_library->messages(m_conversation));
        const std::vector<const Message *> shown = shownBranch(tree);
        m_rows.reserve(shown.size());
        m_lastOfTurn.reserve(static_cast<qsizetype>(shown.size()));
        for (const Message *message : shown)
            addRow(*message, tree);
    }
    m_speaker.clear();
    showPill(false);
    arrange();
    tellReaderOfRows();
}

std::vector<const Message *> TranscriptView::shownBranch(const TurnTree &tree) const
{
    const Conversation *conversation = m_library->conversation(m_conversation);
    return tree.branchTo(tree.shownLeaf(conversation ? conversation->leaf : TurnId()));
}

void TranscriptView::syncRows()
{
    const auto [anchor, offset] = place();
    const std::size_t anchorRow = m_anchorRow;
    std::vector<TranscriptRow> before = std::exchange(m_rows, {});
    const RowHeights heights = std::exchange(m_heights, {});
    QHash<MessageId, std::size_t> known;
    for (std::size_t i = 0; i < before.size(); ++i)
        known.insert(before[i].id, i);
    m_lastOfTurn.clear();
    const TurnTree tree(m_library->messages(m_conversation));
    for (const Message *message : shownBranch(tree)) {
        addRow(*message, tree);
        const auto found = known.constFind(message->id);
        if (found == known.cend())
            continue;
        TranscriptRow &row = m_rows.back();
        TranscriptRow kept = std::move(before[*found]);
        kept.exact = kept.exact && kept.beginsDay == row.beginsDay && kept.versions == row.versions;
        kept.beginsDay = row.beginsDay;
        kept.place = row.place;
        kept.version = row.version;
        kept.versions = std::move(row.versions);
        row = std::move(kept);
        m_heights.set(m_rows.size() - 1, heights[*found]);
        known.erase(found);
    }
    for (const std::size_t gone : known)
        hideWidgets(before[gone]);
    m_layouts = static_cast<std::size_t>(laidOutMessages());
    m_widgetsFrom = 0; // they went along with their rows, wherever those are now
    m_widgetsEnd = m_rows.size();
    m_selectionFrom = m_selectionTo = {};
    m_hoveredCode = m_draggedCode = nullptr;
    // Where the row at the top is gone, another version of it stands in its place.
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [wanted = anchor](const TranscriptRow &each) { return each.id == wanted; });
    m_anchorRow = found != m_rows.end() ? static_cast<std::size_t>(found - m_rows.begin())
        : m_rows.empty()                ? 0
                                        : std::min(anchorRow, m_rows.size() - 1);
    m_anchorOffset = offset;
    arrange();
    tellReaderOfRows();
}

void TranscriptView::appended(const MessageId &id)
{
    const TurnTree tree(m_library->messages(m_conversation));
    const std::vector<const Message *> shown = shownBranch(tree);
    const auto found =
        std::find_if(shown.rbegin(), shown.rend(), [&id](const Message *each) { return each->id == id; });
    if (found == shown.rend())
        return; // on another branch
    // One's own words are always shown.
    if ((*found)->role == Role::User)
        m_stick = true;
    const bool atEnd = found == shown.rbegin() && m_rows.size() + 1 == shown.size()
        && (m_rows.empty() || m_rows.back().id == shown[shown.size() - 2]->id);
    if (!atEnd) {
        syncRows();
        dirty(id);
        return;
    }
    // What stood below the turn's last message may move here.
    if (!m_rows.empty())
        m_rows.back().exact = false;
    addRow(**found, tree);
    dirty(id);
}

void TranscriptView::addRow(const Message &message, const TurnTree &tree)
{
    TranscriptRow row;
    row.id = message.id;
    row.turn = message.turn;
    row.place = static_cast<std::size_t>(&message - m_library->messages(m_conversation).data());
    row.role = message.role;
    row.at = message.at;
    row.beginsDay = m_rows.empty()
        || localDay(m_rows.back().at) < localDay(message.at); // a version may be younger than what follows
    m_heights.append(estimate(message));
    placeVersions(row, tree);
    if (!row.turn.isEmpty())
        m_lastOfTurn.insert(row.turn, m_rows.size());
    m_rows.push_back(std::move(row));
}

/// Messages of one day follow each other: the system is asked for its time zone once a day, not for each of thousands.
QDate TranscriptView::localDay(WallTime at)
{
    const qint64 wanted = at.time_since_epoch().count();
    if (wanted < m_dayFrom || wanted >= m_dayUntil) {
        m_day = QDateTime::fromMSecsSinceEpoch(wanted).date();
        m_dayFrom = m_day.startOfDay().toMSecsSinceEpoch();
        m_dayUntil = m_day.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    return m_day;
}

void TranscriptView::placeVersions(TranscriptRow &row, const TurnTree &tree)
{
    if (row.role != Role::User || !tree.hasVersions(row.turn))
        return;
    row.versions = tree.versionsOf(row.turn);
    row.version =
        static_cast<std::size_t>(std::find(row.versions.begin(), row.versions.end(), row.turn) - row.versions.begin());
}

const Message *TranscriptView::messageOf(const TranscriptRow &row) const
{
    if (!m_library)
        return nullptr;
    // Asked for many times a frame: a search among thousands is only needed where messages went away.
    const std::vector<Message> &messages = m_library->messages(m_conversation);
    const bool there = row.place < messages.size() && messages[row.place].id == row.id;
    return there ? &messages[row.place] : m_library->message(m_conversation, row.id);
}

void TranscriptView::dirty(const MessageId &id)
{
    m_dirty.insert(id);
    if (!m_frame.isActive())
        m_frame.start();
}

void TranscriptView::flush()
{
    bool below = false;
    // What changes is at the end nearly always, so the search begins there.
    for (std::size_t i = m_rows.size(); i-- > 0 && !m_dirty.isEmpty();) {
        TranscriptRow &row = m_rows[i];
        if (!m_dirty.remove(row.id))
            continue;
        below = below || i + 1 >= m_visibleEnd;
        rearrangeTurn(i);
        if (!row.layout) {
            if (const Message *message = messageOf(row))
                m_heights.set(i, estimate(*message));
        }
    }
    m_dirty.clear();
    arrange(Follow::Yes, Repaint::Changed);
    if (!m_stick && below
        && m_heights.total() - m_heights.topOf(m_anchorRow) - m_anchorOffset > viewport()->height() + 1)
        showPill(true);
}

/// The words below a question and its answers depend on each other.
void TranscriptView::rearrangeTurn(std::size_t last)
{
    const TurnId turn = m_rows[last].turn;
    for (std::size_t i = last + 1; i-- > 0;) {
        if (m_rows[i].turn != turn && i != last)
            continue;
        m_rows[i].exact = false;
        if (turn.isEmpty() || m_rows[i].role == Role::User)
            return; // with its question a turn begins
    }
}

void TranscriptView::invalidate(bool keepLayouts)
{
    for (TranscriptRow &row : m_rows) {
        row.exact = false;
        if (keepLayouts || !row.hasLook())
            continue;
        row.layout.reset();
        row.look().files.clear();
        row.look().thinkingLayout.reset();
    }
    if (!keepLayouts)
        m_layouts = 0;
    m_hoveredCode = m_draggedCode = nullptr;
    arrange();
}

qreal TranscriptView::columnWidth() const
{
    return std::max(120.0,
        std::min<qreal>(metrics::messageWidth * std::max(1.0, readingScale()),
            viewport()->width() - 2 * leastMargin));
}

qreal TranscriptView::columnLeft() const
{
    return std::floor((viewport()->width() - columnWidth()) / 2);
}

qreal TranscriptView::estimate(const Message &message) const
{
    const qreal line = readingScaled(24);
    const qreal perLine = std::max(10.0, columnWidth() / readingScaled(7.5));
    const auto breaks = static_cast<qreal>(std::count(message.text.cbegin(), message.text.cend(), QLatin1Char('\n')));
    const qreal lines = static_cast<qreal>(message.text.size()) / perLine + breaks * 0.7 + 1;
    const bool question = message.role == Role::User;
    // Whole pixels, as measured heights are, so that the end of the scroll bar is the end of the text.
    return std::ceil(lines * line) + (question ? 2 * bubbleTop + afterQuestion : beforeFooter + 26 + afterAnswer);
}

void TranscriptView::ensure(std::size_t index)
{
    TranscriptRow &row = m_rows[index];
    if (row.exact)
        return;
    const Message *message = messageOf(row);
    if (!message)
        return;
    RowLook &look = row.look();
    const bool question = row.role == Role::User;
    const bool fresh = !row.layout;
    const auto head = [&row, &look] {
        return std::tuple(
            look.text.topLeft(), look.text.width(), look.bubble.height(), look.thinking, row.firstLine, row.setAside);
    };
    const auto headBefore = head();
    if (fresh) {
        row.layout =
            std::make_unique<MessageLayout>(question ? MessageLayout::Kind::Question : MessageLayout::Kind::Answer,
                question ? MessageLayout::Extent::Whole : MessageLayout::Extent::Seen); // a bubble is as wide as its text
        ++m_layouts;
    }
    const int builds = row.layout->builds();
    row.layout->setText(message->text, message->state == MessageState::Streaming, message->seams);
    const bool same = !fresh && row.layout->builds() == builds;
    for (Place *place : {&m_selectionFrom, &m_selectionTo}) {
        if (place->row == index && hasSelection())
            place->at = row.layout->afterCuts(place->at);
    }

    const qreal width = columnWidth();
    qreal y = row.beginsDay ? dayTop + scaled(16) + dayBottom : index == 0 ? dayTop : 0;
    look.bubble = {};
    if (question)
        placeFiles(row, *message, y);
    if (question && message->text.isEmpty() && !look.files.empty()) {
        row.layout->layOut(width);
        look.text = {width, y, 0, 0};
    } else if (question) {
        const qreal most =
            std::min<qreal>(metrics::bubbleWidth * std::max(1.0, readingScale()), width * 0.81)
            - 2 * bubbleSide;
        // Asked for with each delta of its answer; its width is found by laying it out twice.
        const bool laidOut = same && look.laidOutFor == most;
        qreal height = laidOut ? row.layout->height() : row.layout->layOut(most);
        const qreal natural = laidOut ? look.text.width() : std::ceil(row.layout->naturalWidth());
        if (!laidOut && natural < most)
            height = row.layout->layOut(std::max(natural, 8.0));
        const qreal shown = std::min(natural, most);
        look.laidOutFor = most;
        look.bubble = {width - shown - 2 * bubbleSide, y, shown + 2 * bubbleSide, height + 2 * bubbleTop};
        look.text = {look.bubble.left() + bubbleSide, y + bubbleTop, shown, height};
        y = look.bubble.bottom();
    } else {
        placeThinking(index, y);
        const qreal height = row.layout->layOut(width);
        row.setAside = answerPlace(index) != AnswerPlace::Answer;
        row.firstLine = isFolded(index) ? firstLineOf(row.layout->text({}, row.layout->end())) : QString();
        look.text = {0, y, width, row.firstLine.isEmpty() ? height : readingScaled(24)};
        y = look.text.bottom();
    }
    look.versionStrip = {};
    if (!row.versions.empty()) {
        look.versionStrip = {0, y + 4, width, static_cast<qreal>(VersionStrip::fixedHeight())};
        y = look.versionStrip.bottom();
    }
    look.footer = {};
    if (wantsFooter(index)) {
        y += beforeFooter - (question || message->text.isEmpty() ? 2 : 0);
        look.footer = {0, y, width, static_cast<qreal>(AnswerFooter::fixedHeight())};
        y = look.footer.bottom();
    }
    look.extra = {};
    if (wantsCard(index)) {
        y += question ? afterQuestion : 16;
        look.extra = {0, y, width, static_cast<qreal>(RetryCard::fixedHeight())};
        y = look.extra.bottom();
    } else if (const std::optional<Notice> notice = noticeAt(index)) {
        Banner measure(row.turn);
        const TurnState *turn = turnOf(row);
        measure.setNotice(
            *notice, actionText(notice->action, turn ? contextOf(*turn, routes(), turn->ended) : FaultContext {}));
        y += question ? afterQuestion : 14;
        look.extra = {0, y, width, static_cast<qreal>(measure.heightForWidth(static_cast<int>(width)))};
        y = look.extra.bottom();
    }
    m_heights.set(index, std::ceil(y + (question ? afterQuestion : afterAnswer)));
    row.exact = true;
    // What the model thinks may grow within its height.
    const bool onlyText = !fresh && look.files.empty() && look.thinkingText.isNull() && head() == headBefore;
    const qreal changed = row.layout->takeChangedFrom();
    look.changedFrom = onlyText ? std::min(look.changedFrom, look.text.top() + changed) : 0;
}

/// Lays out what is seen of a long message whose upper edge is at `y`. Returns by how much it grew upwards.
qreal TranscriptView::seeRow(std::size_t index, qreal y)
{
    TranscriptRow &row = m_rows[index];
    if (!row.layout || !row.layout->hasGuesses() || !row.firstLine.isEmpty())
        return 0;
    const int layouts = row.layout->layouts();
    const qreal from = -y - row.look().text.top();
    const qreal grown = row.layout->see(from, from + viewport()->height());
    if (row.layout->layouts() == layouts)
        return 0;
    row.exact = false; // what stands below the text moves
    ensure(index);
    row.look().changedFrom = 0;
    return grown;
}

void TranscriptView::anchorAtEnd()
{
    qreal below = 0;
    std::size_t row = m_rows.size();
    while (row > 0 && below < viewport()->height()) {
        --row;
        ensure(row);
        qreal height = 0;
        while (std::exchange(height, m_heights[row]) != m_heights[row])
            (void)seeRow(row, viewport()->height() - below - height);
        below += height;
    }
    m_anchorRow = row;
    m_anchorOffset = std::max(0.0, below - viewport()->height());
}

/// The anchor's offset is brought into its row.
void TranscriptView::settleAnchor()
{
    ensure(m_anchorRow);
    while (m_anchorOffset < 0 && m_anchorRow > 0) {
        ensure(--m_anchorRow);
        m_anchorOffset += m_heights[m_anchorRow];
    }
    m_anchorOffset = std::max(0.0, m_anchorOffset);
    while (m_anchorRow + 1 < m_rows.size() && m_anchorOffset >= m_heights[m_anchorRow]) {
        m_anchorOffset -= m_heights[m_anchorRow];
        ensure(++m_anchorRow);
    }
}

/// Lays out from the anchor down to the bottom; returns where that ends. What is read stays where it is.
qreal TranscriptView::fillViewport()
{
    settleAnchor();
    // Where it turns out to be less than was guessed, more is seen above.
    for (qreal grown = seeRow(m_anchorRow, -m_anchorOffset); grown != 0; grown = seeRow(m_anchorRow, -m_anchorOffset)) {
        m_anchorOffset += grown;
        settleAnchor();
    }
    qreal y = -m_anchorOffset;
    for (m_visibleEnd = m_anchorRow; m_visibleEnd < m_rows.size() && y < viewport()->height(); ++m_visibleEnd) {
        ensure(m_visibleEnd);
        (void)seeRow(m_visibleEnd, y); // it begins in what is seen, and grows downwards
        y += m_heights[m_visibleEnd];
    }
    return y;
}

void TranscriptView::arrange(Follow follow, Repaint repaint)
{
    if (m_arranging || !isVisible())
        return;
    m_arranging = true;
    const qreal bottom = viewport()->height();
    m_visibleEnd = 0;
    if (!m_rows.empty()) {
        m_anchorRow = std::min(m_anchorRow, m_rows.size() - 1);
        if (m_stick && follow == Follow::Yes)
            anchorAtEnd();
        if (fillViewport() < bottom && (m_anchorRow > 0 || m_anchorOffset > 0)) {
            // Shorter than estimated: no empty room below the end.
            anchorAtEnd();
            (void)fillViewport();
        }
        dropFarLayouts();
    }
    updateScrollBar();
    repaintChanged(repaint); // moves the widgets along with the pixels
    syncWidgets();
    if (!m_questionActions->isHidden())
        hoverQuestion(m_hoverAt); // another one may be there now
    m_arranging = false;
}

void TranscriptView::repaintChanged(Repaint repaint)
{
    std::vector<Painted> now;
    for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
        const int top = static_cast<int>(originOf(i).y());
        now.push_back({i, top, top + static_cast<int>(m_heights[i])});
    }
    const std::vector<Painted> before = std::exchange(m_painted, now);
    const auto changedFrom = [this](std::size_t row) {
        return std::exchange(m_rows[row].look().changedFrom, std::numeric_limits<qreal>::max());
    };

    // What was seen and still is has to have moved together; the pill does not move.
    std::optional<int> moved;
    bool together = repaint == Repaint::Changed && m_pill->isHidden();
    QRegion dirty;
    for (const Painted &row : now) {
        const qreal changed = changedFrom(row.row);
        const auto was =
            std::find_if(before.begin(), before.end(), [&row](const Painted &each) { return each.row == row.row; });
        if (was == before.end()) {
            dirty += QRect(0, row.top, viewport()->width(), row.bottom - row.top);
            continue;
        }
        const int by = row.top - was->top;
        together = together && by == moved.value_or(by);
        moved = by;
        const int bottom = std::max(row.bottom, was->bottom + by);
        if (changed < row.bottom - row.top || row.bottom != was->bottom + by) {
            const int from = row.top
                + static_cast<int>(std::min<qreal>(changed, std::min(row.bottom - row.top, was->bottom - was->top)));
            dirty += QRect(0, from, viewport()->width(), bottom - from);
        }
    }
    if (!together || !moved || std::abs(*moved) >= viewport()->height()) {
        viewport()->update();
        return;
    }
    if (*moved != 0)
        viewport()->scroll(0, *moved);
    // Below the end there may have been a row.
    const int end = now.back().bottom;
    if (end < viewport()->height())
        dirty += QRect(0, end, viewport()->width(), viewport()->height() - end);
    viewport()->update(dirty);
}

void TranscriptView::dropFarLayouts()
{
    if (m_layouts <= layoutsKept)
        return;
    constexpr std::size_t near = 30;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        // The ends of a selection are places in a layout.
        const bool far = i + near < m_anchorRow || i > m_visibleEnd + near;
        if (far && !(hasSelection() && (i == m_selectionFrom.row || i == m_selectionTo.row))) {
            if (m_rows[i].layout)
                --m_layouts;
            m_rows[i].layout.reset();
            hideWidgets(m_rows[i]);
            m_rows[i].dropLook();
            m_rows[i].exact = false; // its height stays: it was measured
        }
    }
}

void TranscriptView::updateScrollBar()
{
    const int most = std::max(0, static_cast<int>(std::ceil(m_heights.total())) - viewport()->height());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setValue(static_cast<int>(std::round(m_heights.topOf(m_anchorRow) + m_anchorOffset)));
    m_lastValue = verticalScrollBar()->value();
    if (most == 0)
        m_stick = true;
    if (m_stick)
        showPill(false);
}

void TranscriptView::scrollContentsBy(int, int)
{
    scrolledTo(verticalScrollBar()->value());
}

void TranscriptView::scrolledTo(int value)
{
    if (m_arranging || m_rows.empty())
        return;
    const int delta = value - m_lastValue;
    m_lastValue = value;
    m_stick = value >= verticalScrollBar()->maximum() - stickWithin;
    if (value == verticalScrollBar()->maximum()) {
        arrange(Follow::Yes, Repaint::Changed);
        return;
    }
    if (std::abs(delta) < 3 * viewport()->height() && value > 0) {
        m_anchorOffset += delta; // from where the reader is: estimates above do not matter
    } else {
        m_anchorRow = m_heights.rowAt(value);
        m_anchorOffset = value - m_heights.topOf(m_anchorRow);
    }
    arrange(Follow::No, Repaint::Changed);
}

void TranscriptView::scrollToEnd()
{
    m_stick = true;
    arrange();
}

void TranscriptView::scrollToMessage(const MessageId &id)
{
    setFolded(id, false);
    goTo(id);
}

void TranscriptView::goTo(const MessageId &id)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id != id)
            continue;
        m_stick = false;
        m_anchorRow = i;
        m_anchorOffset = 0;
        arrange();
        return;
    }
}

std::pair<MessageId, qreal> TranscriptView::place() const
{
    return m_anchorRow < m_rows.size() ? std::pair(m_rows[m_anchorRow].id, m_anchorOffset)
                                       : std::pair(MessageId(), 0.0);
}

int TranscriptView::laidOutMessages() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const TranscriptRow &row) { return row.layout != nullptr; }));
}

bool TranscriptView::pillShown() const
{
    return !m_pill->isHidden();
}

void TranscriptView::showPill(bool show)
{
    m_pill->setVisible(show);
    if (!show)
        return;
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry(
        QRect(QPoint((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - 12), size));
    m_pill->raise();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    std::optional<Reading> reading;
    if (event->oldSize().width() != event->size().width()) {
        reading = readingNow();
        for (TranscriptRow &row : m_rows)
            row.exact = false;
    }
    if (pillShown())
        showPill(true);
    arrange();
    readAgain(reading);
}

/// The text at the top, and where it is seen; none where the end is followed.
std::optional<TranscriptView::Reading> TranscriptView::readingNow()
{
    if (m_stick || m_rows.empty() || m_anchorRow >= m_rows.size() || !m_rows[m_anchorRow].exact)
        return std::nullopt;
    const Place place = placeAt(QPoint(qRound(columnLeft()) + 1, 0));
    const QRectF caret = caretRect(place);
    return caret.isNull() ? std::nullopt : std::optional(Reading {m_rows[place.row].id, place.at, caret.top()});
}

void TranscriptView::readAgain(const std::optional<Reading> &reading)
{
    const std::optional<std::size_t> row = reading && isVisible() ? rowOf(reading->message) : std::nullopt;
    if (!row)
        return;
    (void)topInRow(*row, false, reading->at); // lays it out
    m_anchorRow = *row;
    m_anchorOffset = 0;
    const QRectF caret = caretRect({*row, reading->at});
    m_anchorOffset = caret.top() - reading->y;
    m_stick = false;
    arrange(Follow::No);
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    arrange();
}

QPointF TranscriptView::originOf(std::size_t row) const
{
    return {columnLeft(), std::round(m_heights.topOf(row) - m_heights.topOf(m_anchorRow) - m_anchorOffset)};
}

std::optional<std::size_t> TranscriptView::rowAt(qreal viewportY) const
{
    qreal y = -m_anchorOffset;
    for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
        y += m_heights[i];
        if (viewportY < y)
            return i;
    }
    return m_visibleEnd > m_anchorRow ? std::optional(m_visibleEnd - 1) : std::nullopt;
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::instance().tokens().canvas);
    for (std::size_t i = m_anchorRow; i < m_visibleEnd && i < m_rows.size(); ++i) {
        const QPointF origin = originOf(i);
        const QRectF clip = QRectF(event->rect()).translated(-origin);
        if (clip.bottom() < 0 || clip.top() > m_heights[i] || !m_rows[i].exact || !m_rows[i].layout)
            continue;
        painter.save();
        painter.translate(origin);
        paintRow(painter, i, clip);
        painter.restore();
    }
}

void TranscriptView::paintRow(QPainter &painter, std::size_t index, const QRectF &clip)
{
    const Tokens &tokens = Theme::instance().tokens();
    TranscriptRow &row = m_rows[index];
    RowLook &look = row.look();
    if (row.beginsDay) {
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(0, dayTop, columnWidth(), scaled(16)), Qt::AlignCenter, dayWords(row.at));
    }
    if (!look.bubble.isNull()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.bubble);
        painter.drawRoundedRect(look.bubble, metrics::bubbleRadius, metrics::bubbleRadius);
    }
    if (!row.firstLine.isEmpty()) {
        paintFirstLine(painter, index);
        return;
    }
    paintFiles(painter, row);
    paintThinking(painter, row, clip);
    painter.save();
    painter.translate(look.text.topLeft());
    if (row.setAside) {
        Tokens quiet = tokens; // it is not the answer
        quiet.text = tokens.text2;
        row.layout->paint(painter, clip.translated(-look.text.topLeft()), quiet, selectedIn(index), foundIn(row, false));
    } else {
        row.layout->paint(painter, clip.translated(-look.text.topLeft()), tokens, selectedIn(index), foundIn(row, false));
    }
    const Message *message = messageOf(row);
    if (message && message->state == MessageState::Streaming && isWriting(index) && caretShown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(row.layout->endCaret(), 1, 1);
    }
    if (m_caretShown && hasFocus() && m_selectionTo.row == index)
        painter.fillRect(row.layout->caretAt(std::min(m_selectionTo.at, row.layout->end())), tokens.accent);
    painter.restore();
}

/// All that is seen of an answer that was set aside and is folded.
void TranscriptView::paintFirstLine(QPainter &painter, std::size_t index) const
{
    const Tokens &tokens = Theme::instance().tokens();
    const TranscriptRow &row = m_rows[index];
    const RowLook &look = row.look();
    const QFont font = readingFont(TextRole::Message);
    const QString line = QFontMetricsF(font).elidedText(row.firstLine, Qt::ElideRight, look.text.width());
    if (selectedIn(index)) {
        const QRectF words(look.text.topLeft(), QSizeF(QFontMetricsF(font).horizontalAdvance(line), look.text.height()));
        painter.fillRect(words, tokens.selected);
    }
    painter.setFont(font);
    painter.setPen(tokens.text3);
    painter.drawText(look.text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, line);
}

} // namespace breakwater

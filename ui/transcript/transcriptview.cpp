// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/questionactions.h"
#include "ui/transcript/transcriptaccessible.h"
#include "ui/transcript/transcriptmeasures.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr int frameMs = 33;
constexpr int clockMs = 100;
constexpr int copiedMs = 2'000;

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
        connect(library, &Library::conversationChanged, this, [this](const ConversationId &id) {
            if (id == m_conversation)
                followLeftOut();
        });
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
        connect(library, &Library::messageChanged, this, whenShown([this](const MessageId &id) {
            if (const std::optional<std::size_t> row = rowOf(id))
                m_rows[*row].rewritten = true;
            dirty(id);
        }));
        connect(library, &Library::messageRemoved, this, whenShown([this](const MessageId &) { rebuild(); }));
        connect(library, &Library::messagesReset, this, [this](const ConversationId &id) {
            if (id != m_conversation)
                return;
            // The texts may be others; and where older ones came, what is shown stays in its place.
            for (std::size_t i = 0; i < m_rows.size(); ++i) {
                m_rows[i].exact = false;
                m_rows[i].rewritten = true;
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
    if (m_stick)
        m_leftAt.remove(m_conversation);
    else
        m_leftAt.insert(m_conversation, place());
    m_conversation = id;
    m_stick = !m_leftAt.contains(id);
    rebuild();
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

int TranscriptView::laidOutMessages() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const TranscriptRow &row) { return row.layout != nullptr; }));
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

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    arrange();
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
    qreal markTop = measures::dayTop;
    const auto mark = [&](const QString &words) {
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(0, markTop, columnWidth(), scaled(16)), Qt::AlignCenter, words);
        markTop += markHeight();
    };
    if (row.beginsSent)
        mark(tr("What is above is not sent along"));
    if (row.beginsDay)
        mark(dayWords(row.at));
    if (!look.bubble.isNull()) {
        painter.setRenderHint(QPainter::Antialiasing);
        const bool outlined = tokens.bubble == tokens.canvas;
        painter.setPen(outlined ? QPen(tokens.line, tokens.border) : QPen(Qt::NoPen));
        painter.setBrush(tokens.bubble);
        painter.drawRoundedRect(outlined ? bordered(look.bubble, tokens) : look.bubble, metrics::bubbleRadius, metrics::bubbleRadius);
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

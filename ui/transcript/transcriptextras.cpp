// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/theme.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/letgo.h"
#include "ui/transcript/retrycard.h"
#include "ui/transcript/thinkingfold.h"
#include "ui/transcript/transcriptmeasures.h"
#include "ui/transcript/versionstrip.h"
#include "ui/words/moneywords.h"
#include "ui/words/usagewords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace breakwater {

namespace {

constexpr Duration silenceToTell = std::chrono::seconds(20); // inside an answer: a reader begins to wonder

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

QString clockTime(WallTime at)
{
    const QLocale locale;
    // The C locale's short form has seconds.
    return locale.language() == QLocale::C ? localTime(at).toString(QStringLiteral("HH:mm")) : locale.toString(localTime(at).time(), QLocale::ShortFormat);
}

} // namespace

const TurnState *TranscriptView::turnOf(const TranscriptRow &row) const
{
    return m_find && !row.turn.isEmpty() ? m_find(row.turn) : nullptr;
}

const RouteTable &TranscriptView::routes() const
{
    static const RouteTable none;
    const RouteTable *table = m_findRoutes ? m_findRoutes() : nullptr;
    return table ? *table : none;
}

bool TranscriptView::isLastOfTurn(std::size_t row) const
{
    const TurnId &turn = m_rows[row].turn;
    if (!turn.isEmpty())
        return m_lastOfTurn.value(turn, row) == row;
    return row + 1 >= m_rows.size() || !m_rows[row + 1].turn.isEmpty();
}

AnswerPlace TranscriptView::answerPlace(std::size_t row) const
{
    const Message *message = messageOf(m_rows[row]);
    return message ? placeOf(*message, turnOf(m_rows[row]), isLastOfTurn(row)) : AnswerPlace::Answer;
}

bool TranscriptView::isFolded(std::size_t row) const
{
    const AnswerPlace place = answerPlace(row);
    // What came is worth reading where nothing better did.
    return place != AnswerPlace::Answer && m_folds.value(m_rows[row].id, place == AnswerPlace::AskedAnew);
}

void TranscriptView::setFolded(const MessageId &id, bool folded)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const TranscriptRow &each) { return each.id == id; });
    if (row == m_rows.end() || !row->setAside || isFolded(static_cast<std::size_t>(row - m_rows.begin())) == folded)
        return;
    m_folds.insert(id, folded);
    m_stick = false; // the reader looks here, not at the end
    row->exact = false;
    arrange(Follow::No);
}

bool TranscriptView::wantsCard(std::size_t index) const
{
    const TurnState *turn = isLastOfTurn(index) ? turnOf(m_rows[index]) : nullptr;
    if (!turn || !m_time)
        return false;
    switch (turn->phase) {
    case TurnPhase::Waiting:
    case TurnPhase::Kept:
    case TurnPhase::Unknown:
        return true;
    case TurnPhase::Sending:
        // A first try shows nothing but that it is under way; from the second on the card stays until the answer.
        return turn->attempts.size() > 1 || isHeldByKeychain(*turn);
    case TurnPhase::Accepted:
    case TurnPhase::Streaming:
    case TurnPhase::Answered:
    case TurnPhase::BrokenOff:
    case TurnPhase::Stopped:
    case TurnPhase::Failed:
    case TurnPhase::Cancelled:
        return false;
    }
    return false;
}

std::optional<Notice> TranscriptView::noticeAt(std::size_t index) const
{
    if (!isLastOfTurn(index))
        return std::nullopt;
    const TranscriptRow &row = m_rows[index];
    const Message *message = messageOf(row);
    const TurnState *turn = turnOf(row);
    std::optional<Notice> notice = noticeFor(turn, message && message->role == Role::Assistant ? message : nullptr, routes());
    if (notice && turn != nullptr && turn->fault && isTooLong(*turn->fault) && m_leaveOut) {
        if (const int turns = m_leaveOut(row.turn); turns > 0)
            offerLeavingOut(*notice, turns);
    }
    return notice;
}

QString TranscriptView::actionLabel(const Notice &notice, const TurnState *turn) const
{
    FaultContext context = turn != nullptr ? contextOf(*turn, routes(), turn->ended) : FaultContext {};
    context.leaveOut = notice.leaveOut;
    return actionText(notice.action, context);
}

bool TranscriptView::isWriting(std::size_t index) const
{
    const TranscriptRow &row = m_rows[index];
    const Message *message = messageOf(row);
    const TurnState *turn = turnOf(row);
    if (row.role == Role::Assistant)
        return message && message->state == MessageState::Streaming && !wantsCard(index);
    return turn && isLastOfTurn(index) && !wantsCard(index)
        && (turn->phase == TurnPhase::Accepted || turn->phase == TurnPhase::Sending || turn->phase == TurnPhase::Streaming);
}

bool TranscriptView::wantsFooter(std::size_t index) const
{
    const TranscriptRow &row = m_rows[index];
    if (isWriting(index))
        return true;
    const Message *message = messageOf(row);
    return row.role == Role::Assistant && message && message->state != MessageState::Streaming && !message->text.isEmpty();
}

QString TranscriptView::footerWords(std::size_t index) const
{
    const TranscriptRow &row = m_rows[index];
    const Message *message = messageOf(row);
    if (!message)
        return {};
    if (isWriting(index)) {
        const TurnState *turn = turnOf(row);
        // Since the request under way: a turn that is continued may be hours old.
        const Duration begun = turn && !turn->attempts.empty() ? turn->attempts.back().startedAfter : Duration::zero();
        const Duration underWay = turn && m_time ? m_time->now() - turn->accepted - begun : Duration::zero();
        const QString span = turn && m_time ? shortSpan(underWay) : QString();
        if (turn && turn->phase == TurnPhase::Accepted)
            return tr("Waits its turn");
        if (row.role == Role::User) {
            const ChainStep *step = turn ? turn->currentStep() : nullptr;
            const QString route = step ? routeName(routes(), step->route) : QString();
            return tr("%1 is thinking, %2").arg(route.isEmpty() ? tr("The model") : route, span);
        }
        const QString model = message->model.isEmpty() ? tr("The model") : message->model;
        if (message->text.isEmpty() && !message->thoughts.empty())
            return span.isEmpty() ? tr("%1 is thinking").arg(model) : tr("%1 is thinking, %2").arg(model, span);
        if (span.isEmpty())
            return tr("%1 is writing").arg(model);
        const Duration silent = m_lastText ? std::min(underWay, m_time->now() - *m_lastText) : Duration::zero();
        if (silent >= silenceToTell)
            return tr("%1 is writing, %2. Nothing came for %3.").arg(model, span, shortSpan(silent));
        return tr("%1 is writing, %2").arg(model, span);
    }
    if (const AnswerPlace place = answerPlace(index); place != AnswerPlace::Answer)
        return setAsideWords(*message, place);
    const QString model = message->model.isEmpty() ? tr("answered") : message->model;
    const QString cost = message->dollars.value_or(0.0) > 0.0 ? tr(", %1").arg(money(*message->dollars)) : QString();
    const TurnState *answered = turnOf(row);
    if (message->attempts > 1 && answered != nullptr && answered->phase == TurnPhase::Answered && answered->batch)
        return tr("answered by %1 in a batch, %2").arg(model, shortSpan(message->took)) + cost;
    if (message->attempts > 1)
        return tr("answered by %1 after %2 attempts, %3").arg(model).arg(message->attempts).arg(shortSpan(message->took)) + cost;
    if (message->fellBack)
        return tr("answered by %1, %2").arg(model, shortSpan(message->took)) + cost;
    const QString quiet = tr("%1, %2").arg(model, clockTime(message->at)) + cost;
    return message->state == MessageState::Stopped ? tr("%1, stopped").arg(quiet) : quiet;
}

qreal TranscriptView::markHeight() const
{
    return measures::dayTop + scaled(16) + measures::dayBottom;
}

QString TranscriptView::dayWords(WallTime wall) const
{
    const QDateTime at = localTime(wall);
    const QDate today = m_time ? localTime(m_time->wall()).date() : QDate::currentDate();
    const QString time = clockTime(wall);
    if (at.date() == today)
        return tr("Today, %1").arg(time);
    if (at.date() == today.addDays(-1))
        return tr("Yesterday, %1").arg(time);
    return tr("%1, %2").arg(QLocale().toString(at.date(), QLocale::LongFormat), time);
}

void TranscriptView::turnChanged(const TurnId &id)
{
    const auto last = m_lastOfTurn.constFind(id);
    if (last == m_lastOfTurn.cend())
        return;
    rearrangeTurn(*last);
    arrange();
}

void TranscriptView::hideWidgets(TranscriptRow &row)
{
    if (!row.hasLook())
        return;
    RowLook &look = row.look();
    letGo(look.thinkingFold);
    letGo(look.versionWidget);
    letGo(look.footerWidget);
    letGo(look.card);
    letGo(look.banner);
}

void TranscriptView::syncWidgets()
{
    for (std::size_t i = m_widgetsFrom; i < m_widgetsEnd && i < m_rows.size(); ++i) {
        if (i < m_anchorRow || i >= m_visibleEnd)
            hideWidgets(m_rows[i]);
    }
    m_widgetsFrom = m_anchorRow;
    m_widgetsEnd = m_visibleEnd;
    bool writing = false;
    for (std::size_t i = m_anchorRow; i < m_visibleEnd; ++i) {
        syncRowWidgets(i);
        writing = writing || isWriting(i);
    }
    if (writing && m_time && !m_clock.isActive())
        m_clock.start();
    else if (!writing)
        m_clock.stop();
}

void TranscriptView::syncRowWidgets(std::size_t index)
{
    syncThinking(index);
    TranscriptRow &row = m_rows[index];
    RowLook &look = row.look();
    const QPointF origin = originOf(index);
    const auto place = [&](QWidget *widget, const QRectF &at) {
        widget->setGeometry(at.translated(origin).toRect());
        widget->show();
    };

    if (look.versionStrip.isNull()) {
        letGo(look.versionWidget);
    } else {
        if (!look.versionWidget)
            makeVersionStrip(row);
        look.versionWidget->setPlace(row.version, row.versions.size());
        place(look.versionWidget, look.versionStrip);
    }

    if (look.footer.isNull()) {
        letGo(look.footerWidget);
    } else {
        if (!look.footerWidget)
            makeFooter(row);
        const Message *message = messageOf(row);
        const bool badge = message && (message->attempts > 1 || message->fellBack) && turnOf(row); // of a copy there is no flight record
        if (row.setAside)
            look.footerWidget->setSetAside(footerWords(index), row.firstLine.isEmpty() ? AnswerFooter::Fold::Open : AnswerFooter::Fold::Folded);
        else
            look.footerWidget->setState(isWriting(index) ? AnswerFooter::State::Writing : badge ? AnswerFooter::State::Badge : AnswerFooter::State::Quiet,
                footerWords(index));
        look.footerWidget->setToolTip(message && !isWriting(index) ? usageWords(message->usage, message->dollars) : QString());
        place(look.footerWidget, look.footer);
    }

    const TurnState *turn = turnOf(row);
    const bool card = !look.extra.isNull() && wantsCard(index);
    if (card && turn) {
        letGo(look.banner);
        if (!look.card)
            makeCard(row);
        place(look.card, look.extra);
        look.card->setTurn(*turn, routes());
        return;
    }
    letGo(look.card);
    const std::optional<Notice> notice = look.extra.isNull() ? std::nullopt : noticeAt(index);
    if (!notice) {
        letGo(look.banner);
        return;
    }
    if (!look.banner) {
        look.banner = new Banner(row.turn, viewport());
        connect(look.banner, &Banner::actionWanted, this, &TranscriptView::act);
    }
    look.banner->setNotice(*notice, actionLabel(*notice, turn));
    place(look.banner, look.extra);
}

void TranscriptView::makeCard(TranscriptRow &row)
{
    RowLook &look = row.look();
    look.card = new RetryCard(row.turn, *m_time, viewport());
    connect(look.card, &RetryCard::tryNow, this, &TranscriptView::tryNowWanted);
    connect(look.card, &RetryCard::sendAgain, this, &TranscriptView::sendAgainWanted);
    connect(look.card, &RetryCard::useNext, this, &TranscriptView::useNextWanted);
    connect(look.card, &RetryCard::keep, this, &TranscriptView::keepWanted);
    connect(look.card, &RetryCard::sendAsBatch, this, &TranscriptView::batchWanted);
    connect(look.card, &RetryCard::cancel, this, &TranscriptView::cancelWanted);
    connect(look.card, &RetryCard::unlock, this, &TranscriptView::unlockWanted);
}

void TranscriptView::makeVersionStrip(TranscriptRow &row)
{
    row.look().versionWidget = new VersionStrip(viewport());
    const MessageId id = row.id;
    connect(row.look().versionWidget, &VersionStrip::versionWanted, this, [this, id](int by) { showVersion(id, by); });
}

void TranscriptView::showVersion(const MessageId &id, int by)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const TranscriptRow &each) { return each.id == id; });
    if (row == m_rows.end())
        return;
    const auto wanted = static_cast<std::ptrdiff_t>(row->version) + by;
    if (wanted >= 0 && wanted < static_cast<std::ptrdiff_t>(row->versions.size()))
        Q_EMIT versionWanted(TurnId(row->versions[static_cast<std::size_t>(wanted)]));
}

void TranscriptView::makeFooter(TranscriptRow &row)
{
    RowLook &look = row.look();
    look.footerWidget = new AnswerFooter(viewport());
    const TurnId turn = row.turn;
    const MessageId id = row.id;
    connect(look.footerWidget, &AnswerFooter::flightRecordWanted, this, [this, turn] { Q_EMIT flightRecordWanted(turn); });
    connect(look.footerWidget, &AnswerFooter::foldWanted, this, [this, id](AnswerFooter::Fold fold) { setFolded(id, fold == AnswerFooter::Fold::Folded); });
    connect(look.footerWidget, &AnswerFooter::askAgainWanted, this, [this, turn] { Q_EMIT askAgainWanted(turn); });
    connect(look.footerWidget, &AnswerFooter::stopWanted, this, [this, turn] {
        const TurnState *state = m_find ? m_find(turn) : nullptr;
        if (!state || state->phase == TurnPhase::Streaming)
            Q_EMIT stopWanted(turn);
        else
            Q_EMIT cancelWanted(turn);
    });
    connect(look.footerWidget, &AnswerFooter::copyWanted, this, [this, id] { copyMessage(id); });
}

void TranscriptView::act(const TurnId &turn, WordsAction action)
{
    switch (action) {
    case WordsAction::None:
        return;
    case WordsAction::TryNow:
    case WordsAction::SendNow:
    case WordsAction::TestNow:
        Q_EMIT tryNowWanted(turn);
        return;
    case WordsAction::Unlock:
        Q_EMIT unlockWanted();
        return;
    case WordsAction::SendAgain:
        Q_EMIT sendAgainWanted(turn);
        return;
    case WordsAction::UseNext:
        Q_EMIT useNextWanted(turn);
        return;
    case WordsAction::Keep:
        Q_EMIT keepWanted(turn);
        return;
    case WordsAction::Cancel:
        Q_EMIT cancelWanted(turn);
        return;
    case WordsAction::OpenOutbox:
        Q_EMIT outboxWanted();
        return;
    case WordsAction::EditTurn:
        Q_EMIT editWanted(turn);
        return;
    case WordsAction::LeaveOut:
        Q_EMIT leaveOutWanted(turn);
        break;
    case WordsAction::CheckKey:
    case WordsAction::CheckProvider:
        Q_EMIT checkKeyWanted(turn);
        return;
    case WordsAction::ChooseModel:
        Q_EMIT chooseModelWanted(turn);
        return;
    case WordsAction::Continue:
        Q_EMIT continueWanted(turn);
        return;
    case WordsAction::SaveAgain:
        Q_EMIT saveAgainWanted(turn);
        return;
    }
}

void TranscriptView::tick()
{
    for (std::size_t i = m_anchorRow; i < m_visibleEnd && i < m_rows.size(); ++i) {
        TranscriptRow &row = m_rows[i];
        RowLook &look = row.look();
        if (!look.footerWidget || !isWriting(i))
            continue;
        look.footerWidget->setState(AnswerFooter::State::Writing, footerWords(i));
        if (row.layout) {
            const QRectF caret = row.layout->endCaret().translated(look.text.topLeft() + originOf(i));
            viewport()->update(caret.toAlignedRect().adjusted(-1, -1, 1, 1));
        }
    }
}

bool TranscriptView::caretShown() const
{
    if (!m_time || !m_lastText || Theme::instance().reducedMotion())
        return true;
    using namespace std::chrono_literals;
    const Duration still = m_time->now() - *m_lastText;
    return still <= 1s || (still / 530ms) % 2 == 0;
}

} // namespace breakwater

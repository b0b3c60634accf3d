// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"
#include "ui/shell/shellservices.h"

#include <QWidget>

#include <map>
#include <set>

class QStackedWidget;
class QTimer;

namespace breakwater {

class Composer;
struct ContextFit;
struct ModelSampling;
struct ModelWindow;
class DraftKeeper;
class EmptyState;
class FindBar;
class NoticeBar;
class TranscriptView;

/// One conversation to read and write in: find, transcript, notice, composer. Passes a person's wishes on to the Outbox,
/// and keeps the drafts of all conversations. UI thread.
class ConversationPane : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationPane(const ShellServices &services, QWidget *parent = nullptr);
    ~ConversationPane() override;

    /// An empty id: a conversation that begins with its first message.
    void showConversation(const ConversationId &id);
    [[nodiscard]] const ConversationId &conversation() const { return m_conversation; }
    [[nodiscard]] ChainId chain() const;
    void routesChanged();

    [[nodiscard]] Composer &composer() const { return *m_composer; }
    [[nodiscard]] TranscriptView &transcript() const { return *m_transcript; }
    [[nodiscard]] DraftKeeper &drafts() const { return *m_drafts; }
    [[nodiscard]] NoticeBar &notice() const { return *m_notice; }
    [[nodiscard]] FindBar &findBar() const { return *m_find; }
    [[nodiscard]] QString emptySentence() const;
    void restoreDraft(const ConversationId &id, const Writing &writing);
    void focusComposer();

    /// Writes a turn's question anew: the other version begins a branch beside it. What stands in the composer goes aside
    /// meanwhile; where something is aside already, or an edit has nothing new in it, that edit is left. A turn that waits is
    /// cancelled.
    void editTurn(const TurnId &id);
    /// Leaves the question as it was; a turn that waited goes again, and what was aside is there again. False when none is
    /// written anew.
    bool dropVersion();
    /// What the person wants of every answer here.
    [[nodiscard]] const Instructions &instructions() const;
    /// Opens the dialog for them.
    void editInstructions();
    /// Stops what is being sent or written here. False when there is nothing.
    bool stop();
    void tryNow();
    void useNext();
    void keep();
    /// The last turn of the conversation; empty when it has none.
    [[nodiscard]] TurnId lastTurn() const;

Q_SIGNALS:
    /// The first message made the conversation.
    void began(const breakwater::ConversationId &id);
    void flightRecordWanted(const breakwater::TurnId &id);
    void preferencesWanted(const QString &page);
    void outboxWanted();
    void forkWanted(const breakwater::TurnId &upTo);
    void unlockWanted(); ///< of the keychain
    /// What is written shall be kept as a prompt.
    void keepPromptWanted(const QString &text);
    /// The person wants something else of the answers here.
    void instructionsChanged();
    /// A conversation that is to be written down.
    void conversationEdited(const breakwater::Conversation &conversation);

private:
    void build();
    void connectTranscript();
    void submit(const Writing &writing, Timing timing);
    void sendNow(const TurnId &id);
    [[nodiscard]] QString batchModel() const;
    void recall(int by);
    void takeBack();
    void leaveAsItWas(const TurnId &id);
    void showVersion(const TurnId &id);
    void turnChanged(const TurnId &id);
    void turnSettled(const TurnId &id);
    void refreshComposer();
    void refreshEmpty();
    [[nodiscard]] std::optional<double> priceOf(qint64 tokens) const;
    void setInstructions(const ConversationId &id, const Instructions &instructions);
    [[nodiscard]] std::vector<RouteId> routesHere() const;
    [[nodiscard]] std::vector<ModelSampling> samplingHere() const;
    [[nodiscard]] std::optional<int> mostPagesHere() const;
    [[nodiscard]] std::vector<ModelWindow> windowsHere() const;
    void refreshContext();
    void leaveOut(const TurnId &last);
    [[nodiscard]] ContextFit fitOf(const TurnId &id) const;
    void leaveOutAndSendAgain(const TurnId &id);
    void useChain(const ChainId &chain);
    void keepElsewhere(const ConversationId &id, const Attachment &attachment);
    void find();
    void findLater(const MessageId &grown);
    void findAgain();

    ShellServices m_services;
    Composer *m_composer;
    DraftKeeper *m_drafts;
    FindBar *m_find;
    QTimer *m_findLater; ///< gathers changes, while what is looked for is counted
    MessageId m_grown; ///< the only message that changed since, and at its end
    bool m_findAll = false; ///< others did
    NoticeBar *m_notice;
    TranscriptView *m_transcript;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    ConversationId m_conversation;
    std::set<TurnId> m_heldBack; ///< were to be sent, when their questions began to be written anew
    Instructions m_fresh; ///< of the conversation that has not begun
    std::map<ConversationId, ChainId> m_chains; ///< what was chosen, where it was chosen
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/contextfit.h"
#include "core/chat/draft.h"
#include "core/route/chain.h"
#include "ui/composer/composeredit.h"
#include "ui/composer/modelwindow.h"

#include <QWidget>

#include <functional>
#include <map>

namespace breakwater {

class AttachmentReader;
class AttachmentRow;
struct ReadFile;
class Button;
class ContextNote;
class IconButton;
class PasteNote;
class PromptMenu;
class RouteChip;
class SendButton;
class SpellChecker;
class TextLabel;
class VersionNote;

/// Where a person writes: the text, what it goes to, about how much it is, and Send. Never empties itself: whoever
/// takes the text does so once it is accepted. UI thread.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    [[nodiscard]] ComposerEdit &edit() const { return *m_edit; }
    [[nodiscard]] RouteChip &chip() const { return *m_chip; }
    [[nodiscard]] PromptMenu &prompts() const { return *m_prompts; }
    /// What is misspelled is marked from then on. Outlives it.
    void setSpelling(SpellChecker &checker);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Writing writing() const;
    [[nodiscard]] bool isEmpty() const;
    /// Whose draft this is from now on: a file that is still being read belongs where it was given.
    void setConversation(const ConversationId &id) { m_conversation = id; }
    /// What was written in another conversation: there is nothing to undo.
    void setWriting(const Writing &writing);
    /// The same, by a step that can be undone as far as it is text: a person asked for it while they wrote.
    void replaceWriting(const Writing &writing);
    /// The turn whose question is written anew; empty: this is a new question.
    [[nodiscard]] const TurnId &replaces() const { return m_replaces; }
    /// Adds to what stands there, or takes its place.
    void offer(const Writing &writing);
    /// Empties it by a step that can be undone, as far as it is text.
    void clear();

    /// Lets a person choose files.
    void chooseFiles();
    void attachFiles(const QList<QUrl> &files);
    /// A file that is in memory. Like any other it is looked at on another thread, and says later why it cannot go along.
    AttachmentId attach(const QString &name, const QByteArray &bytes);
    /// Files are on their way: Send waits for them.
    [[nodiscard]] bool isReading() const;
    /// Pages of PDF that the chain in use takes in one turn; none: nobody says.
    void setMostPages(std::function<std::optional<int>()> mostPages) { m_mostPages = std::move(mostPages); }
    /// How new attachments are named: ids that nothing else has.
    void setIds(std::function<QString()> makeId) { m_makeId = std::move(makeId); }
    void setSendKey(SendKey key);
    /// A turn is under way here: what is sent now waits its turn.
    void setTurnUnderWay(bool underWay);
    /// What the person wants of every answer here, in a line; empty: nothing.
    void setInstructions(const QString &summary);
    /// What is sent along: the conversation so far.
    void setContext(const ContextSize &context);
    /// What the models take, as far as it is known: first the one that is asked first. Empty: nobody knows of that one.
    void setWindows(const std::vector<ModelWindow> &windows);
    /// What so many tokens cost to be read, in dollars; none where no price is known.
    void setPriceOf(std::function<std::optional<double>(qint64 tokens)> priceOf) { m_priceOf = std::move(priceOf); }
    /// When what is sent off-peak would go, in a few words; empty: there are no such hours.
    void setHours(std::function<QString()> hours) { m_hours = std::move(hours); }
    /// Which model answers in a batch; empty: none of the chain's takes them.
    void setBatchModel(std::function<QString()> model) { m_batch = std::move(model); }
    /// What the provider counted for what stands here, the conversation with it; until it changes.
    void setCounted(qint64 tokens);
    /// "about 4,100 tokens", or "4,132 tokens" once they were counted; empty when there is no text.
    [[nodiscard]] QString estimate() const;

Q_SIGNALS:
    void submitted(const breakwater::Writing &writing, breakwater::Timing timing);
    void edited();
    void cursorMoved();
    /// A file was read after its conversation was left.
    void readElsewhere(const breakwater::ConversationId &conversation, const breakwater::Attachment &attachment);
    /// An earlier of the person's own questions shall be written anew, or a later one.
    void earlierWanted();
    void laterWanted();
    /// The question that is written anew shall stay as it was.
    void replacingDropped();
    void instructionsWanted();
    /// Off-peak shall get hours.
    void hoursWanted();
    /// The oldest turns up to this one shall not be sent along; empty: all shall.
    void leaveOutWanted(const breakwater::TurnId &last);
    /// Another model takes what is too long for the one that is asked first.
    void modelWanted(const breakwater::ChainId &chain);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit(Timing timing);
    void refresh();
    void refreshContext(qint64 written);
    [[nodiscard]] qint64 roughly() const;
    void setReplaces(const TurnId &turn);
    [[nodiscard]] QString priced(const QString &words, qint64 tokens) const;
    void attachmentsChanged();
    void attachImage(const QImage &image);
    void attachPasted(const QString &text);
    void remove(const AttachmentId &id);
    void setDropping(bool dropping);
    void showPlaceholder();
    [[nodiscard]] AttachmentId comes(const QString &name);
    void take(const AttachmentId &id, const ReadFile &file);
    void insert(const Attachment &attachment);
    [[nodiscard]] QString problemWith(const ReadFile &file, const std::vector<Attachment> &beside) const;
    void refuse(const QString &sentence);
    [[nodiscard]] QString problemWithPages() const;

    /// A file that is being read.
    struct Coming
    {
        AttachmentId id;
        QString name;
        ConversationId conversation; ///< in whose draft it was given
    };

    AttachmentReader *m_reader;
    VersionNote *m_version;
    ContextNote *m_note;
    PasteNote *m_pasted;
    AttachmentRow *m_files;
    ComposerEdit *m_edit;
    IconButton *m_attach;
    PromptMenu *m_prompts;
    RouteChip *m_chip;
    Button *m_instructions; ///< the mark that there are some
    TextLabel *m_estimate;
    SendButton *m_send;
    ConversationId m_conversation;
    TurnId m_replaces;
    std::vector<Attachment> m_attachments;
    std::vector<Coming> m_coming; ///< of all conversations
    std::map<AttachmentId, std::size_t> m_given; ///< in which order: a small file is read before a large one
    bool m_underWay = false; ///< a turn of this conversation
    bool m_dropping = false; ///< files are held over it
    std::optional<Timing> m_sendsWhenRead; ///< Send was pressed while files were being read
    std::function<std::optional<int>()> m_mostPages;
    std::function<QString()> m_makeId;
    std::function<QString()> m_hours;
    std::function<QString()> m_batch;
    std::function<std::optional<double>(qint64)> m_priceOf;
    ContextSize m_context;
    std::vector<ModelWindow> m_windows;
    std::optional<qint64> m_counted; ///< by the provider, of what stands here
};

/// "about 4,100 tokens", rounded to two figures. Pure.
[[nodiscard]] QString tokenEstimate(qint64 tokens);

} // namespace breakwater

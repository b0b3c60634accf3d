// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "ui/shell/ground.h"

class QLineEdit;

namespace breakwater {

class IconButton;
class TextLabel;

/// How often a text stands in a message.
struct FoundIn
{
    MessageId message;
    bool inThinking = false; ///< in what the model thought before the answer
    std::size_t count = 0; ///< never 0
    friend bool operator==(const FoundIn &, const FoundIn &) = default;
};

/// One place where a text stands.
struct FoundPlace
{
    MessageId message;
    std::size_t ordinal = 0; ///< among those of the message, or of its thinking
    bool inThinking = false; ///< in what the model thought before the answer
    friend bool operator==(const FoundPlace &, const FoundPlace &) = default;
};

/// Where `text` stands in the messages, whatever its case, accents and width, in reading order. Pure.
[[nodiscard]] std::vector<FoundIn> foundIn(const std::vector<const Message *> &messages, const QString &text);

/// Find in a conversation: the text, how often it stands there, and the way from one place to the next. UI thread.
class FindBar : public Ground
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open();
    void close();
    /// What to look in; called again when the conversation is another one.
    void setMessages(const std::vector<const Message *> &messages);
    /// The same messages, some of them changed: counts anew, and moves nothing.
    void refresh(const std::vector<const Message *> &messages);
    /// Text came to the end of this one, which is the last.
    void grew(const Message &message);
    /// What is written may stand there more often than it is shown: a place that is led to says how often. None: the next
    /// message is gone to.
    void correct(const FoundPlace &place, std::size_t shown);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] bool hasFocusInside() const;

public Q_SLOTS:
    void next();
    void previous();

Q_SIGNALS:
    void placeWanted(const breakwater::FoundPlace &place);
    /// The text is another one: find anew.
    void searched();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Way { Next, Previous };
    void move(Way way);
    void lead(Way way);
    void stepOver(Way way);
    void tell();
    [[nodiscard]] std::size_t total() const;

    QLineEdit *m_edit;
    TextLabel *m_count;
    IconButton *m_previous;
    IconButton *m_next;
    struct Correction
    {
        FoundIn written; ///< what was counted
        std::size_t shown = 0;
    };
    void applyCorrections();

    std::vector<FoundIn> m_found;
    std::vector<Correction> m_corrections; ///< of the text that is looked for
    std::size_t m_in = 0; ///< which of them
    std::size_t m_ordinal = 0; ///< and which place there
    bool m_gone = false; ///< nothing was shown of the place that was led to
};

} // namespace breakwater

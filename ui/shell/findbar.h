// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "ui/shell/ground.h"

class QLineEdit;

namespace breakwater {

class IconButton;
class TextLabel;

/// One place where a text stands.
struct FoundPlace
{
    MessageId message;
    std::size_t ordinal = 0; ///< among those of the message, or of its thinking
    bool inThinking = false; ///< in what the model thought before the answer
    friend bool operator==(const FoundPlace &, const FoundPlace &) = default;
};

/// Where `text` stands in the messages, whatever its case, in reading order. Empty for an empty text. Pure.
[[nodiscard]] std::vector<FoundPlace> placesWith(const std::vector<const Message *> &messages, const QString &text);

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
    void move(std::ptrdiff_t by);
    void tell();

    QLineEdit *m_edit;
    TextLabel *m_count;
    IconButton *m_previous;
    IconButton *m_next;
    std::vector<FoundPlace> m_found;
    std::size_t m_at = 0;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/words/faultwords.h"

#include <array>
#include <functional>

class QBoxLayout;

namespace breakwater {

class TextLabel;

/// What is to be said of a batch: an icon, a title, one sentence, up to two things to do about it. UI thread.
class BatchBanner : public Card
{
    Q_OBJECT
public:
    /// One thing to do.
    struct Choice
    {
        QString words;
        Button::Kind kind = Button::Kind::Plain;
        std::function<void()> act;
    };
    struct Content
    {
        Icon icon = Icon::Layers;
        bool needsReader = false; ///< it is red then
        Words words;
        std::vector<Choice> choices; ///< two at most
    };

    explicit BatchBanner(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const Content &content);
    [[nodiscard]] const Words &words() const { return m_words; }
    void focusLastChoice();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Picture;
    void place();

    Words m_words;
    Picture *m_picture;
    TextLabel *m_title;
    TextLabel *m_sentence;
    std::array<Button *, 2> m_buttons;
    std::array<std::function<void()>, 2> m_acts;
    QBoxLayout *m_row;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchbanner.h"

#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int roomForWords = 300; // pixels beside the buttons; else they stand below

} // namespace

class BatchBanner::Picture final : public QWidget
{
public:
    explicit Picture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(20, 20);
    }
    void show(Icon which, bool needsReader)
    {
        m_icon = which;
        m_needsReader = needsReader;
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const breakwater::Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        paintIcon(painter, m_icon, rect(), 18, m_needsReader ? tokens.danger : tokens.text2);
    }
    Icon m_icon = Icon::Layers;
    bool m_needsReader = false;
};

BatchBanner::BatchBanner(QWidget *parent)
    : Card(Card::Ground::Raised, parent)
    , m_picture(new Picture(this))
    , m_title(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, {}, this))
    , m_sentence(new TextLabel(TextRole::Interface, &Tokens::text2, {}, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("banner"));
    setBorder(Card::Border::Clear);
    m_title->setObjectName(QStringLiteral("bannerTitle"));
    m_sentence->setObjectName(QStringLiteral("bannerSentence"));
    for (TextLabel *each : {m_title, m_sentence})
        each->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (std::size_t each = 0; each < m_buttons.size(); ++each) {
        m_buttons[each] = new Button(Button::Kind::Plain, {}, this);
        m_buttons[each]->setObjectName(QStringLiteral("choice%1").arg(each));
        buttons->addWidget(m_buttons[each]);
        connect(m_buttons[each], &QAbstractButton::clicked, this, [this, each] {
            const auto act = m_acts[each]; // it may show something else
            act();
        });
    }
    buttons->addStretch(1);
    m_row->setSpacing(10);
    m_row->addLayout(texts, 1);
    m_row->addLayout(buttons);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(16, 10, 12, 10);
    all->setSpacing(12);
    all->addWidget(m_picture, 0, Qt::AlignTop);
    all->addLayout(m_row, 1);
    connect(&Theme::instance(), &Theme::changed, this, &BatchBanner::place);
    hide();
}

void BatchBanner::show(const Content &content)
{
    const bool isNews = isHidden() || !(m_words == content.words);
    m_words = content.words;
    m_picture->show(content.icon, content.needsReader);
    m_title->setText(m_words.title);
    m_sentence->setText(m_words.sentence);
    m_sentence->setVisible(!m_words.sentence.isEmpty());
    for (std::size_t each = 0; each < m_buttons.size(); ++each) {
        const bool isThere = each < content.choices.size();
        m_buttons[each]->setVisible(isThere);
        m_acts[each] = isThere ? content.choices[each].act : std::function<void()>();
        if (!isThere)
            continue;
        m_buttons[each]->setText(content.choices[each].words);
        m_buttons[each]->setKind(content.choices[each].kind);
        m_buttons[each]->updateGeometry();
    }
    place();
    setVisible(true);
    if (!isNews)
        return;
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.sentence);
    QAccessibleEvent told(this, content.needsReader ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
}

void BatchBanner::focusLastChoice()
{
    Button *last = m_buttons[1]->isHidden() ? m_buttons[0] : m_buttons[1];
    last->setFocus(Qt::OtherFocusReason);
}

void BatchBanner::place()
{
    int buttons = 0;
    for (const Button *each : m_buttons)
        buttons += each->isHidden() ? 0 : each->sizeHint().width() + 8;
    m_row->setDirection(width() - buttons < scaledUp(roomForWords) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void BatchBanner::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    place();
}

} // namespace breakwater

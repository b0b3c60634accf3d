// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyrow.h"

#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/icons.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/keywords.h"

#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

namespace {

/// The lock before a sentence about a key that is kept well.
class LockMark : public QWidget
{
public:
    LockMark() { setFixedSize(14, 16); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, Icon::Lock, rect(), 14, Theme::instance().tokens().text2);
    }
};

bool needsSomebody(KeyState state)
{
    switch (state) {
    case KeyState::There:
    case KeyState::Reading:
        return false;
    case KeyState::Locked:
    case KeyState::NoKeychain:
    case KeyState::Gone:
    case KeyState::Refused:
        return true;
    }
    return true;
}

} // namespace

KeyRow::KeyRow(const ShownKey &key, Named named, QWidget *parent)
    : QWidget(parent)
    , m_name(key.name)
    , m_replace(new Button(Button::Kind::Plain, tr("Replace…")))
    , m_remove(new Button(Button::Kind::Plain, tr("Remove")))
    , m_unlock(new Button(Button::Kind::Plain, tr("Unlock")))
    , m_sentence(new TextLabel(TextRole::Small, needsSomebody(key.state) ? &Tokens::danger : &Tokens::text2, sentenceFor(key)))
{
    auto *field = new QLineEdit(key.masked);
    field->setObjectName(QStringLiteral("keptKey"));
    field->setAccessibleName(key.name.isEmpty() ? tr("API key") : tr("API key %1").arg(key.name));
    field->setReadOnly(true);
    setAccessibleName(field->accessibleName()); // which key the buttons are about
    field->setFont(fontFor(TextRole::Code));
    field->setCursorPosition(0);
    m_replace->setObjectName(QStringLiteral("replaceKey"));
    m_remove->setObjectName(QStringLiteral("removeKey"));
    m_unlock->setObjectName(QStringLiteral("unlockKey"));
    m_sentence->setObjectName(QStringLiteral("keptSentence"));
    m_sentence->setWordWrap(true);
    m_unlock->setSize(Button::Size::Small);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(field, 1);
    line->addWidget(m_replace);
    line->addWidget(m_remove);
    auto *below = new QHBoxLayout;
    below->setSpacing(6);
    if (key.state == KeyState::There && (key.place == KeyPlace::Keychain || key.place == KeyPlace::PrivateFile))
        below->addWidget(new LockMark, 0, Qt::AlignTop);
    below->addWidget(m_sentence, 1);
    below->addWidget(m_unlock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(5);
    // A variable's key says its name in its sentence.
    if (named == Named::Yes && key.place != KeyPlace::Environment)
        column->addWidget(new TextLabel(TextRole::Small, &Tokens::text, key.name));
    column->addLayout(line);
    column->addLayout(below);
    const bool ours = key.place != KeyPlace::Environment;
    m_replace->setVisible(ours);
    m_remove->setVisible(ours);
    m_unlock->setVisible(key.state == KeyState::Locked);
    connect(m_replace, &Button::clicked, this, [this] { Q_EMIT replaceWanted(m_name); });
    connect(m_remove, &Button::clicked, this, [this] { Q_EMIT removeWanted(m_name); });
    connect(m_unlock, &Button::clicked, this, &KeyRow::unlockWanted);
}

void KeyRow::showBusy(const QString &sentence)
{
    for (Button *each : {m_replace, m_remove, m_unlock})
        each->setEnabled(false);
    m_sentence->setColor(&Tokens::text2);
    m_sentence->setText(sentence);
}

void KeyRow::showProblem(const QString &sentence)
{
    for (Button *each : {m_replace, m_remove, m_unlock})
        each->setEnabled(true);
    m_sentence->setColor(&Tokens::danger);
    m_sentence->setText(sentence);
}

} // namespace breakwater

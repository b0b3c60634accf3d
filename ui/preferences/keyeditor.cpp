// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyeditor.h"

#include "core/route/provider.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace breakwater {

KeyEditor::KeyEditor(KeyPort &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_field(new QLineEdit)
    , m_replace(new Button(Button::Kind::Plain, tr("Replace…")))
    , m_remove(new Button(Button::Kind::Plain, tr("Remove")))
    , m_keep(new Button(Button::Kind::Plain, tr("Keep")))
    , m_place(new QComboBox)
    , m_sentence(new TextLabel(TextRole::Small, &Tokens::text2, {}))
{
    m_field->setObjectName(QStringLiteral("key"));
    m_field->setAccessibleName(tr("API key"));
    m_keep->setObjectName(QStringLiteral("keepKey"));
    m_replace->setObjectName(QStringLiteral("replaceKey"));
    m_remove->setObjectName(QStringLiteral("removeKey"));
    m_sentence->setObjectName(QStringLiteral("keySentence"));
    m_sentence->setWordWrap(true);
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_place->setAccessibleName(tr("Where the key is kept"));
    m_place->addItem(tr("For this session only"), static_cast<int>(KeyPlace::SessionOnly));
    m_place->addItem(tr("In a file that only you can read"), static_cast<int>(KeyPlace::PrivateFile));

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_replace);
    row->addWidget(m_remove);
    row->addWidget(m_keep);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_place, 0, Qt::AlignLeft);
    column->addWidget(m_sentence);

    connect(m_replace, &Button::clicked, this, [this] {
        setMode(Mode::Asking);
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(m_remove, &Button::clicked, this, [this] {
        m_keys.removeKey(m_provider);
        show(m_provider);
        Q_EMIT changed();
    });
    connect(m_keep, &Button::clicked, this, &KeyEditor::keep);
    connect(m_field, &QLineEdit::returnPressed, this, &KeyEditor::keep);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        setDanger(*m_field, false);
        say(tr("The key is kept when you press Keep."), &Tokens::text2);
    });
}

void KeyEditor::show(const ProviderId &provider)
{
    m_provider = provider;
    setMode(m_keys.place(provider) == KeyPlace::None ? Mode::Asking : Mode::Kept);
}

void KeyEditor::setMode(Mode mode)
{
    const bool asking = mode == Mode::Asking;
    const KeyPlace place = m_keys.place(m_provider);
    setDanger(*m_field, false);
    m_field->clear();
    m_field->setReadOnly(!asking);
    m_field->setEchoMode(asking ? QLineEdit::Password : QLineEdit::Normal);
    m_field->setFont(fontFor(TextRole::Code));
    m_field->setPlaceholderText(asking ? tr("Paste a key; none is needed for many local servers") : QString());
    if (!asking)
        m_field->setText(m_keys.masked(m_provider).value_or(QString()));
    m_keep->setVisible(asking);
    m_place->setVisible(asking);
    m_replace->setVisible(!asking && place != KeyPlace::Environment);
    m_remove->setVisible(!asking && place != KeyPlace::Environment);
    switch (place) {
    case KeyPlace::None:
        say(tr("There is no key. It is never shown again once it is kept."), &Tokens::text2);
        break;
    case KeyPlace::SessionOnly:
        say(tr("Kept for this session only. It is gone when Breakwater ends."), &Tokens::text2);
        break;
    case KeyPlace::PrivateFile:
        say(tr("Kept in a file that only you can read."), &Tokens::text2);
        break;
    case KeyPlace::Environment:
        say(tr("From an environment variable. It is used and never written down."), &Tokens::text2);
        break;
    }
}

void KeyEditor::keep()
{
    if (m_field->isReadOnly())
        return;
    const std::optional<QByteArray> key = cleanKey(m_field->text());
    if (!key) {
        setDanger(*m_field, true);
        say(m_field->text().trimmed().isEmpty()
                ? tr("Paste a key first.")
                : tr("A key has no spaces, line breaks or special letters. Copy it once more."),
            &Tokens::danger);
        return;
    }
    if (!m_keys.setKey(m_provider, *key, static_cast<KeyPlace>(m_place->currentData().toInt()))) {
        setDanger(*m_field, true);
        say(tr("The key could not be kept in a file. Keep it for this session only, or free some disk space."),
            &Tokens::danger);
        return;
    }
    show(m_provider);
    Q_EMIT changed();
}

void KeyEditor::say(const QString &sentence, QColor Tokens::*color)
{
    m_sentence->setColor(color);
    m_sentence->setText(sentence);
}

} // namespace breakwater

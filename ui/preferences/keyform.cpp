// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyform.h"

#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/words/keywords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int mostPasted = 1'000'000; // characters: what is too long for a key is said, not cut off in silence

QString placeName(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Keychain:
        return KeyForm::tr("In the system keychain");
    case KeyPlace::PrivateFile:
        return KeyForm::tr("In a file that only you can read");
    case KeyPlace::SessionOnly:
        return KeyForm::tr("For this session only");
    case KeyPlace::Environment:
        break;
    }
    return {};
}

} // namespace

KeyForm::KeyForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_field(new QLineEdit)
    , m_keep(new Button(Button::Kind::Plain, tr("Keep")))
    , m_cancel(new Button(Button::Kind::Quiet, tr("Cancel")))
    , m_place(new QComboBox)
    , m_sentence(new TextLabel(TextRole::Small, &Tokens::text2, {}))
{
    m_name->setObjectName(QStringLiteral("keyName"));
    m_name->setAccessibleName(tr("Name of the key"));
    m_name->setPlaceholderText(tr("Name of the key"));
    m_field->setObjectName(QStringLiteral("key"));
    m_field->setAccessibleName(tr("API key"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(mostPasted);
    m_field->setPlaceholderText(tr("Paste a key"));
    m_keep->setObjectName(QStringLiteral("keepKey"));
    m_cancel->setObjectName(QStringLiteral("cancelKey"));
    m_sentence->setObjectName(QStringLiteral("keySentence"));
    m_sentence->setWordWrap(true);
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_place->setAccessibleName(tr("Where the key is kept"));

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_keep);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(6);
    column->addWidget(m_name);
    column->addLayout(row);
    column->addWidget(m_place, 0, Qt::AlignLeft);
    column->addWidget(m_sentence);

    connect(m_keep, &Button::clicked, this, &KeyForm::keep);
    connect(m_cancel, &Button::clicked, this, &KeyForm::cancelled);
    connect(m_field, &QLineEdit::returnPressed, this, &KeyForm::keep);
    for (QLineEdit *each : {m_field, m_name}) {
        connect(each, &QLineEdit::textEdited, this, [this] {
            setDanger(*m_field, false);
            setDanger(*m_name, false);
            say(tr("The key is kept when you press Keep."), &Tokens::text2);
        });
    }
}

void KeyForm::begin(const QString &name, const QStringList &nameTaken, bool renamable, bool cancellable)
{
    m_taken = nameTaken;
    setBusy(false);
    setDanger(*m_field, false);
    setDanger(*m_name, false);
    m_field->clear();
    m_field->setFont(fontFor(TextRole::Code));
    m_name->setText(name);
    m_name->setVisible(renamable);
    m_cancellable = cancellable;
    m_cancel->setVisible(cancellable);
    say(m_calm, &Tokens::text2);
}

void KeyForm::setPlaces(const std::vector<KeyPlace> &places)
{
    const QVariant chosen = m_place->currentData();
    QVariantList offered;
    QVariantList present;
    for (const KeyPlace each : places)
        offered.append(static_cast<int>(each));
    for (int at = 0; at < m_place->count(); ++at)
        present.append(m_place->itemData(at));
    const bool keychain = std::find(places.begin(), places.end(), KeyPlace::Keychain) != places.end();
    const QString calm = keychain ? tr("A key is never shown again once it is kept.")
                                  : tr("No keychain is running here. Keep the key for this session only, or in a file that only you can read.");
    if (m_sentence->text().isEmpty() || m_sentence->text() == m_calm)
        say(calm, &Tokens::text2);
    m_calm = calm;
    if (offered == present)
        return;
    m_place->clear();
    for (const KeyPlace each : places)
        m_place->addItem(placeName(each), static_cast<int>(each));
    m_place->setCurrentIndex(std::max(0, present.isEmpty() ? 0 : m_place->findData(chosen)));
}

void KeyForm::focusKey()
{
    (m_name->isVisible() ? m_name : m_field)->setFocus(Qt::OtherFocusReason);
}

void KeyForm::keep()
{
    if (!m_keep->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_taken.contains(name)) {
        setDanger(*m_name, true);
        say(name.isEmpty() ? tr("Give the key a name: the flight record calls it so.") : tr("Another key has this name."), &Tokens::danger);
        return;
    }
    if (const QString problem = keyProblem(m_field->text()); !problem.isEmpty()) {
        setDanger(*m_field, true);
        say(problem, &Tokens::danger);
        return;
    }
    Q_EMIT given(name, *cleanKey(m_field->text()), static_cast<KeyPlace>(m_place->currentData().toInt()));
}

void KeyForm::showBusy()
{
    setBusy(true);
    m_cancel->show(); // a keychain may ask its owner, or never answer
    say(tr("Keeping… The system may ask for the keychain’s password."), &Tokens::text2);
}

void KeyForm::stopWaiting()
{
    setBusy(false);
    m_cancel->setVisible(m_cancellable);
    say(tr("The keychain did not answer. Try once more, or choose another place."), &Tokens::text2);
}

void KeyForm::showProblem(const QString &sentence)
{
    stopWaiting();
    setDanger(*m_field, true);
    say(sentence, &Tokens::danger);
}

void KeyForm::setBusy(bool busy)
{
    m_keep->setEnabled(!busy);
    m_place->setEnabled(!busy);
    m_field->setReadOnly(busy);
    m_name->setReadOnly(busy);
}

void KeyForm::say(const QString &sentence, QColor Tokens::*color)
{
    m_sentence->setColor(color);
    m_sentence->setText(sentence);
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyeditor.h"

#include "ui/preferences/keyform.h"
#include "ui/preferences/keyrow.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/words/keywords.h"

#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

KeyEditor::KeyEditor(KeyPort &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_column(new QVBoxLayout(this))
    , m_form(new KeyForm)
    , m_moves(new TextLabel(TextRole::Small, &Tokens::danger, {}))
    , m_add(new Button(Button::Kind::Quiet, tr("Add key")))
{
    m_add->setObjectName(QStringLiteral("addKey"));
    m_add->setLeadingIcon(Icon::Plus);
    m_add->setSize(Button::Size::Small);
    m_add->setToolTip(tr("The next key is used when the one before it is refused or its credit is used up; never to get around a rate limit."));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_form);
    m_moves->setObjectName(QStringLiteral("keyMoves"));
    m_moves->setWordWrap(true);
    m_moves->setContentsMargins(4, 2, 4, 4);
    m_column->addWidget(m_moves);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);

    connect(&m_keys, &KeyPort::changed, this, &KeyEditor::refresh);
    connect(m_form, &KeyForm::given, this, &KeyEditor::keep);
    connect(m_form, &KeyForm::cancelled, this, [this] {
        if (std::exchange(m_keeping, false)) {
            m_form->stopWaiting();
            return;
        }
        m_asked.reset();
        layOut();
    });
    connect(m_add, &Button::clicked, this, [this] { ask(freshName()); });
}

void KeyEditor::show(const Provider &provider)
{
    const bool another = provider.id != m_provider.id;
    m_provider = provider;
    if (another) {
        m_asked.reset();
        m_keeping = false;
        m_shown.clear();
    }
    m_form->setPlaces(m_keys.places());
    refresh();
    if (another)
        layOut();
}

/// Draws the rows anew only when something about them changed: a press in progress is not lost.
void KeyEditor::refresh()
{
    m_form->setPlaces(m_keys.places());
    const std::vector<ShownKey> shown = m_keys.keys(m_provider);
    const auto moved = std::find_if(shown.begin(), shown.end(), [](const ShownKey &each) { return !each.keptFor.isEmpty(); });
    m_moves->setVisible(moved != shown.end());
    if (moved != shown.end())
        m_moves->setText(tr("A key that was kept for %1 goes to %2 when you press Apply or Test. If that is not meant, remove the key first.")
                             .arg(moved->keptFor, m_provider.baseUrl.authority()));
    if (shown == m_shown)
        return;
    m_shown = shown;
    layOut();
    Q_EMIT changed();
}

void KeyEditor::layOut()
{
    for (KeyRow *row : m_rows) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater(); // it may be the one that is speaking
    }
    m_rows.clear();
    if (m_shown.empty() && !m_asked) {
        m_asked = freshName();
        m_form->begin(*m_asked, {}, false, false);
    }
    const auto named = m_shown.size() > 1 || (m_asked && !m_shown.empty()) ? KeyRow::Named::Yes : KeyRow::Named::No;
    for (const ShownKey &key : m_shown) {
        auto *row = new KeyRow(key, named);
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.push_back(row);
        // The form stands where the key that it replaces was.
        row->setVisible(m_asked != key.name);
        connect(row, &KeyRow::replaceWanted, this, &KeyEditor::ask);
        connect(row, &KeyRow::removeWanted, this, &KeyEditor::remove);
        connect(row, &KeyRow::unlockWanted, this, [this] { m_keys.unlock(); });
    }
    m_form->setVisible(m_asked.has_value());
    m_add->setVisible(!m_asked && !m_shown.empty());
}

void KeyEditor::ask(const QString &name)
{
    QStringList others;
    for (const ShownKey &each : m_shown) {
        if (each.name != name)
            others.append(each.name);
    }
    const bool replaces = static_cast<std::size_t>(others.size()) < m_shown.size();
    m_asked = name;
    m_form->begin(name, others, !replaces && !m_shown.empty(), true);
    layOut();
    m_form->focusKey();
}

void KeyEditor::keep(const QString &name, const QByteArray &key, KeyPlace place)
{
    m_form->showBusy();
    m_keeping = true;
    const QPointer<KeyEditor> alive(this);
    m_keys.setKey(m_provider, name, key, place, [alive, id = m_provider.id](KeyTrouble trouble) {
        if (!alive || alive->m_provider.id != id || !alive->m_keeping)
            return; // another provider is shown by now
        alive->m_keeping = false;
        if (trouble != KeyTrouble::None) {
            alive->m_form->showProblem(sentenceFor(trouble));
            return;
        }
        alive->m_asked.reset();
        alive->m_form->begin({}, {}, false, false); // the key is not left in the field
        alive->m_shown = alive->m_keys.keys(alive->m_provider);
        const bool typedHere = alive->m_form->isAncestorOf(alive->m_form->focusWidget());
        alive->layOut();
        if (typedHere)
            alive->m_add->setFocus(Qt::OtherFocusReason);
        Q_EMIT alive->changed();
    });
}

void KeyEditor::remove(const QString &name)
{
    if (KeyRow *row = rowOf(name))
        row->showBusy(tr("Removing…"));
    const QPointer<KeyEditor> alive(this);
    m_keys.removeKey(m_provider, name, [alive, name](KeyTrouble trouble) {
        if (!alive)
            return;
        alive->m_shown = alive->m_keys.keys(alive->m_provider);
        alive->layOut();
        if (KeyRow *row = alive->rowOf(name); row != nullptr && trouble != KeyTrouble::None)
            row->showProblem(sentenceFor(trouble));
        Q_EMIT alive->changed();
    });
}

KeyRow *KeyEditor::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&name](const KeyRow *each) { return each->name() == name; });
    return found == m_rows.end() ? nullptr : *found;
}

QString KeyEditor::freshName() const
{
    const auto taken = [this](const QString &name) { return std::any_of(m_shown.begin(), m_shown.end(), [&name](const ShownKey &each) { return each.name == name; }); };
    int number = 1;
    while (taken(tr("Key %1").arg(number)))
        ++number;
    return tr("Key %1").arg(number);
}

} // namespace breakwater

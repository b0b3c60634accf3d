// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keyport.h"

#include <QWidget>

class QVBoxLayout;

namespace breakwater {

class Button;
class KeyForm;
class KeyRow;
class TextLabel;

/// The keys of one provider: each masked, with Replace and Remove, and a form where one is to be pasted.
/// Keys are kept at once, through the port; they are no part of what Apply applies. UI thread.
class KeyEditor : public QWidget
{
    Q_OBJECT
public:
    /// `keys` must outlive the editor.
    explicit KeyEditor(KeyPort &keys, QWidget *parent = nullptr);

    /// Shows the keys of `provider` as it is edited. What is being typed for it stays.
    void show(const Provider &provider);
    using QWidget::show;

Q_SIGNALS:
    /// A key was kept or removed.
    void changed();

private:
    void refresh();
    void ask(const QString &name);
    void keep(const QString &name, const QByteArray &key, KeyPlace place);
    void remove(const QString &name);
    void layOut();
    [[nodiscard]] QString freshName() const;
    [[nodiscard]] KeyRow *rowOf(const QString &name) const;

    KeyPort &m_keys;
    Provider m_provider;
    std::vector<ShownKey> m_shown;
    std::vector<KeyRow *> m_rows;
    std::optional<QString> m_asked; ///< the name of the key that the form asks for; none: no form
    bool m_keeping = false; ///< what was given is on its way
    QVBoxLayout *m_column = nullptr;
    KeyForm *m_form = nullptr;
    TextLabel *m_moves = nullptr;
    Button *m_add = nullptr;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keyport.h"
#include "ui/style/tokens.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace breakwater {

class Button;
class TextLabel;

/// The key of one provider: masked with Replace and Remove, or a field to paste one into and a choice of its place.
/// Keys are kept at once, through the port; they are no part of what Apply applies. UI thread.
class KeyEditor : public QWidget
{
    Q_OBJECT
public:
    /// `keys` must outlive the editor.
    explicit KeyEditor(KeyPort &keys, QWidget *parent = nullptr);

    void show(const ProviderId &provider);
    using QWidget::show;

Q_SIGNALS:
    /// A key was kept or removed.
    void changed();

private:
    enum class Mode { Kept, Asking };
    void setMode(Mode mode);
    void keep();
    void say(const QString &sentence, QColor Tokens::*color);

    KeyPort &m_keys;
    ProviderId m_provider;
    QLineEdit *m_field = nullptr;
    Button *m_replace = nullptr;
    Button *m_remove = nullptr;
    Button *m_keep = nullptr;
    QComboBox *m_place = nullptr;
    TextLabel *m_sentence = nullptr;
};

} // namespace breakwater

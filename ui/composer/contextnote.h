// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/chat/contextfit.h"
#include "ui/composer/composernote.h"
#include "ui/composer/modelwindow.h"

namespace breakwater {

class Button;

/// Says when what is written would be too long for the model, and what of the conversation stays out. UI thread.
class ContextNote : public ComposerNote
{
    Q_OBJECT
public:
    explicit ContextNote(QWidget *parent = nullptr);

    /// `first` is asked first; `other` takes it where that does not: null without one.
    void setFit(const ContextFit &fit, int leftOut, const ModelWindow &first, const ModelWindow *other);
    /// Nobody knows how much the model takes.
    void setLeftOut(int leftOut);

Q_SIGNALS:
    void leaveOutWanted(const breakwater::TurnId &last);
    void sendAllWanted();
    void modelWanted(const breakwater::ChainId &chain);

private:
    Button *m_leaveOut;
    Button *m_other;
    Button *m_sendAll;
    TurnId m_last;
    ChainId m_chain;
};

} // namespace breakwater

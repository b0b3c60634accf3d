// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/instructions.h"

#include <QWidget>

namespace breakwater {

class NumberField;
class TextLabel;

/// How a model draws its words, and how many at most: each may be left to the model. UI thread.
class SamplingFields : public QWidget
{
    Q_OBJECT
public:
    /// Where there is little room the hints go on in a next line.
    enum class Hints { InOneLine, Wrapped };
    explicit SamplingFields(Hints hints, QWidget *parent = nullptr);

    void load(const Instructions &instructions);
    /// Fills in temperature, top p and the most tokens; the rest stays.
    void take(Instructions &instructions) const;
    /// Whether a model takes temperature and top p; what was set stays, for another one.
    void setTaken(bool taken);
    /// Below the fields; empty: there is nothing to say.
    void setSentence(const QString &sentence);

Q_SIGNALS:
    void changed();

private:
    NumberField *m_temperature;
    NumberField *m_topP;
    NumberField *m_mostTokens;
    TextLabel *m_sentence;
};

} // namespace breakwater

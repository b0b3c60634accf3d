// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/prompttemplate.h"

#include <QString>

namespace breakwater {

/// A text that a person uses again; what is to be filled in is asked when it is used (core/chat/prompttemplate.h).
struct Prompt
{
    QString name;
    QString text;
    friend bool operator==(const Prompt &, const Prompt &) = default;
};

/// What a new prompt is called that begins like this. Pure.
[[nodiscard]] QString promptNameFrom(const QString &text);

} // namespace breakwater

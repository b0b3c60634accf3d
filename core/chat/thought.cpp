// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/thought.h"

#include <QStringList>

namespace breakwater {

QString textOf(const std::vector<Thought> &thoughts)
{
    QStringList texts;
    for (const Thought &thought : thoughts) {
        if (!thought.text.isEmpty())
            texts += thought.text;
    }
    return texts.join(QLatin1String("\n\n"));
}

} // namespace breakwater

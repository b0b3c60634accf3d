// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/conversation.h"

namespace breakwater {

QString titleFromPrompt(const QString &prompt)
{
    constexpr qsizetype longest = 48;
    QString line = prompt.left(4 * longest).simplified();
    while (line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char('>')))
        line = line.mid(1).trimmed();
    if (line.size() <= longest)
        return line;
    qsizetype cut = line.lastIndexOf(QLatin1Char(' '), longest);
    if (cut < longest / 2)
        cut = longest;
    if (line.at(cut - 1).isHighSurrogate())
        --cut;
    return line.left(cut).trimmed() + QChar(0x2026);
}

} // namespace breakwater

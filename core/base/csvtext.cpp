// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csvtext.h"

namespace breakwater {

QByteArray csvText(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

QByteArray csvLine(const std::vector<QByteArray> &fields)
{
    QByteArray line;
    bool isFirst = true;
    for (const QByteArray &field : fields) {
        if (!isFirst)
            line += ',';
        line += field;
        isFirst = false;
    }
    return line + "\r\n";
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/copiedtext.h"

#include "ui/transfer/htmltext.h"

namespace breakwater {

namespace {

const QString htmlFormat = QStringLiteral("text/html");
const QString markdownFormat = QStringLiteral("text/markdown");

} // namespace

CopiedText::CopiedText(const QString &plain, const QString &markdown)
    : m_markdown(markdown)
{
    setText(plain);
    setData(markdownFormat, markdown.toUtf8());
}

QStringList CopiedText::formats() const
{
    return QMimeData::formats() << htmlFormat;
}

bool CopiedText::hasFormat(const QString &mime) const
{
    return mime == htmlFormat || QMimeData::hasFormat(mime);
}

QVariant CopiedText::retrieveData(const QString &mime, QMetaType type) const
{
    if (mime != htmlFormat)
        return QMimeData::retrieveData(mime, type);
    const QString html = QLatin1String("<meta charset=\"utf-8\">") + markdownToHtml(m_markdown);
    return type.id() == QMetaType::QByteArray ? QVariant(html.toUtf8()) : QVariant(html);
}

} // namespace breakwater

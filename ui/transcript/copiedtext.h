// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>

namespace breakwater {

/// What is copied or dragged out of the transcript, in the three forms that programs ask for: plain text, Markdown, and rich text
/// (HTML), which is made of the Markdown when somebody asks for it.
class CopiedText final : public QMimeData
{
public:
    CopiedText(const QString &plain, const QString &markdown);

    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString &mime) const override;

protected:
    QVariant retrieveData(const QString &mime, QMetaType type) const override;

private:
    QString m_markdown;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
// A row for each of many files.
#include "core/batch/rowsource.h"

#include <QFile>
#include <QFileInfo>

namespace breakwater {

namespace {

class FileRows final : public RowSource
{
public:
    explicit FileRows(const QStringList &paths)
        : m_paths(paths)
    {
    }

    [[nodiscard]] Next next() override
    {
        if (m_next >= m_paths.size())
            return End {};
        const QString path = m_paths.at(m_next++);
        const QString name = QFileInfo(path).fileName();
        const auto bad = [this, &name](std::optional<AttachmentProblem> why) { return RowProblem {RowTrouble::BadFile, m_next, name, 0, 0, why}; };
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return bad({});
        if (file.size() > mostAttachedBytes)
            return bad(AttachmentProblem::FileTooLarge); // not read at all
        auto read = attachmentFrom(name, file.read(mostAttachedBytes + 1)); // what has no size may have no end
        if (const auto *why = std::get_if<AttachmentProblem>(&read))
            return bad(*why);
        auto &attachment = std::get<Attachment>(read);
        const bool isText = attachment.kind == AttachmentKind::Text;
        SourceRow row {m_next, {{QStringLiteral("filename"), name}, {QStringLiteral("file"), isText ? QString::fromUtf8(attachment.data) : name}}, {}, name};
        if (!isText)
            row.attachments.push_back(std::move(attachment));
        return row;
    }

    [[nodiscard]] QStringList names() override { return {QStringLiteral("file"), QStringLiteral("filename")}; }

    [[nodiscard]] double progress() const override { return m_paths.isEmpty() ? 1.0 : static_cast<double>(m_next) / static_cast<double>(m_paths.size()); }

private:
    QStringList m_paths;
    qsizetype m_next = 0;
};

} // namespace

std::unique_ptr<RowSource> fileRows(const QStringList &paths)
{
    return std::make_unique<FileRows>(paths);
}

} // namespace breakwater

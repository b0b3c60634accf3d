// SPDX-License-Identifier: GPL-3.0-or-later
// The files that go along with messages and drafts.
#include "core/store/archive.h"
#include "core/store/columns.h"
#include "core/store/idcolumn.h"
#include "core/store/names.h"

#include <QCryptographicHash>
#include <QStringList>

namespace breakwater {

Result<void> Archive::saveAttachments(const QString &table, const QVariant &owner, const std::vector<Attachment> &attachments)
{
    auto known = m_database.run(QStringLiteral("SELECT id FROM %1 WHERE owner=? ORDER BY place").arg(table), {owner});
    if (!known)
        return tl::unexpected(known.error());
    QStringList ids;
    while (known->next())
        ids += known->value(0).toString();
    known->finish();
    QStringList wanted;
    for (const Attachment &attachment : attachments)
        wanted += attachment.id.text();
    if (ids == wanted)
        return {};
    if (table == QLatin1String("attachment")) {
        if (auto out = SearchIndex(m_database).takeOut(QStringLiteral("id=?"), {owner}); !out)
            return tl::unexpected(out.error());
    }
    if (auto removed = outcomeOf(m_database.run(QStringLiteral("DELETE FROM %1 WHERE owner=?").arg(table), {owner})); !removed)
        return removed;
    int place = 0;
    for (const Attachment &attachment : attachments) {
        const QString key = QString::fromLatin1(QCryptographicHash::hash(attachment.data, QCryptographicHash::Sha256).toHex());
        const QByteArray data = attachment.data.isNull() ? QByteArray("") : attachment.data;
        if (auto saved = outcomeOf(m_database.run(QStringLiteral("INSERT OR IGNORE INTO file(key, data) VALUES(?,?)"), {key, data})); !saved)
            return saved;
        if (auto saved = outcomeOf(m_database.run(QStringLiteral("INSERT INTO %1(owner, place, id, name, kind, media_type, pages, file) VALUES(?,?,?,?,?,?,?,?)").arg(table),
                {owner, place++, orEmpty(attachment.id.text()), orEmpty(attachment.name), nameOf(attachment.kind), orEmpty(QString::fromLatin1(attachment.mediaType)),
                    orNull(attachment.pages), key}));
            !saved)
            return saved;
    }
    return ids.isEmpty() ? Result<void> {} : dropFiles();
}

/// The bytes that nothing refers to any more.
Result<void> Archive::dropFiles()
{
    return outcomeOf(m_database.run(QStringLiteral("DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = file.key) "
                                              "AND NOT EXISTS (SELECT 1 FROM draft_attachment WHERE draft_attachment.file = file.key)")));
}

Result<std::map<QString, std::vector<Attachment>>> Archive::attachments(const QString &table, const QString &condition, const QVariantList &values)
{
    auto query = m_database.run(QStringLiteral("SELECT owner, id, name, kind, media_type, data, pages FROM %1 JOIN file ON file.key = %1.file WHERE %2 ORDER BY owner, place").arg(table, condition), values);
    if (!query)
        return tl::unexpected(query.error());
    std::map<QString, std::vector<Attachment>> all;
    while (query->next()) {
        Attachment attachment;
        attachment.id = AttachmentId(query->value(1).toString());
        attachment.name = query->value(2).toString();
        attachment.kind = valueOf<AttachmentKind>(query->value(3).toString()).value_or(AttachmentKind::Text);
        attachment.mediaType = query->value(4).toString().toLatin1();
        attachment.data = query->value(5).toByteArray();
        if (!query->value(6).isNull())
            attachment.pages = query->value(6).toInt();
        all[idFromDisk(query->value(0))].push_back(std::move(attachment));
    }
    return all;
}

} // namespace breakwater

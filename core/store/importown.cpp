// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importown.h"

#include "core/store/parceljson.h"

#include <QJsonDocument>

namespace breakwater {

namespace {

constexpr qint64 mostKeptBytes = qint64(512) * 1024 * 1024;

/// The bytes of a "file", if they are what its name says.
std::optional<QByteArray> dataOf(const QJsonObject &file)
{
    const auto decoded = QByteArray::fromBase64Encoding(file.value(QLatin1String("data")).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || fileName(*decoded) != file.value(QLatin1String("sha256")).toString())
        return std::nullopt;
    return *decoded;
}

} // namespace

std::optional<Parcel> OwnImport::take(const JsonItems::Item &item, std::vector<Skipped> &skipped)
{
    const auto belongs = [&](const QString &kind) { return item.object.value(kind).isObject(); };
    const auto part = [&](const QString &kind) -> QJsonObject { return item.object.value(kind).toObject(); };
    std::vector<Skipped> &notes = m_parcel ? m_parcel->skipped : skipped;
    if (const QString kind = QStringLiteral("conversation"); belongs(kind)) {
        auto before = finish();
        if (auto conversation = conversationFromJson(part(kind)))
            m_parcel = Parcel {std::move(*conversation), {}, {}, {}};
        else
            skipped.push_back({SkipReason::NotReadable, QString()});
        return before;
    }
    if (belongs(QStringLiteral("file"))) {
        addFile(item, notes);
        return std::nullopt;
    }
    if (!m_parcel) {
        skipped.push_back({SkipReason::NotReadable, QString()}); // it belongs to nothing
        return std::nullopt;
    }
    const ConversationId id = m_parcel->conversation.id;
    if (const QString kind = QStringLiteral("message"); belongs(kind)) {
        if (auto message = messageFromJson(part(kind), id, [this](const QString &name) { return bytesOf(name); }, notes))
            m_parcel->messages.push_back(std::move(*message));
        else
            notes.push_back({SkipReason::NotReadable, m_parcel->conversation.title});
    } else if (const QString record = QStringLiteral("turn"); belongs(record)) {
        m_parcel->records.push_back(QJsonDocument(part(record)).toJson(QJsonDocument::Compact));
    } else if (const QString paid = QStringLiteral("expense"); belongs(paid)) {
        if (auto expense = expenseFromJson(part(paid), id))
            m_parcel->expenses.push_back(std::move(*expense));
    } else {
        notes.push_back({SkipReason::Unknown, m_parcel->conversation.title});
    }
    return std::nullopt;
}

void OwnImport::addFile(const JsonItems::Item &item, std::vector<Skipped> &skipped)
{
    const QJsonObject file = item.object.value(QLatin1String("file")).toObject();
    const QString name = file.value(QLatin1String("sha256")).toString().left(64);
    StoredFile stored {item.at, item.size, {}};
    if (m_device.isSequential()) {
        stored.data = dataOf(file);
        if (stored.data)
            m_kept += stored.data->size();
        if (!stored.data || m_kept > mostKeptBytes) {
            skipped.push_back({stored.data ? SkipReason::TooLarge : SkipReason::NotReadable, name});
            return;
        }
    }
    m_files.insert(name, stored);
}

std::optional<QByteArray> OwnImport::bytesOf(const QString &name)
{
    const auto stored = m_files.constFind(name);
    if (stored == m_files.cend() || stored->data)
        return stored == m_files.cend() ? std::nullopt : stored->data;
    const qint64 here = m_device.pos();
    const QByteArray json = m_device.seek(stored->at) ? m_device.read(stored->size) : QByteArray();
    if (!m_device.seek(here))
        return std::nullopt;
    return dataOf(QJsonDocument::fromJson(json).object().value(QLatin1String("file")).toObject());
}

} // namespace breakwater

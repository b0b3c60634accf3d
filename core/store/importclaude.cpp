// SPDX-License-Identifier: GPL-3.0-or-later
// The export of Claude: design/api.md, I2.
#include "core/store/importforeign.h"
#include "core/store/importtext.h"
#include "core/store/saidtree.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace breakwater {

namespace {

void addParagraph(QString &text, const QString &more)
{
    if (!more.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + more;
}

void takeBlocks(Message &message, const QJsonArray &blocks, std::vector<Skipped> &skipped)
{
    for (const QJsonValue &value : blocks) {
        const QJsonObject block = value.toObject();
        const QString type = block.value(QLatin1String("type")).toString();
        if (type == QLatin1String("text") || type == QLatin1String("voice_note")) {
            addParagraph(message.text, soundText(block.value(QLatin1String("text")).toString()));
        } else if (type == QLatin1String("thinking")) {
            // To be read only: without its signature it never goes back.
            if (const QString thought = soundText(block.value(QLatin1String("thinking")).toString()); !thought.isEmpty())
                message.thoughts.push_back({thought, {}, {}});
        } else if (type == QLatin1String("tool_use")) {
            const QJsonObject input = block.value(QLatin1String("input")).toObject();
            const QString content = soundText(input.value(QLatin1String("content")).toString());
            if (!content.isEmpty()) // an artifact
                addParagraph(message.text, QStringLiteral("````\n") + content + QStringLiteral("\n````"));
            else
                skipped.push_back({SkipReason::Unknown, soundLine(block.value(QLatin1String("name")).toString())});
        } else if (type != QLatin1String("tool_result") && !value.isNull()) {
            skipped.push_back({SkipReason::Unknown, soundLine(type)});
        }
    }
}

void takeFiles(Message &message, const QJsonObject &object, const QString &id, const ExportedFile &files, std::vector<Skipped> &skipped)
{
    int number = 0;
    const auto add = [&](const QString &name, const std::optional<QByteArray> &data) {
        if (data) {
            auto made = attachmentFrom(name, *data);
            if (auto *attachment = std::get_if<Attachment>(&made)) {
                attachment->id = AttachmentId(foreignId({QStringLiteral("claude"), QStringLiteral("file"), id, QString::number(++number)}));
                message.attachments.push_back(std::move(*attachment));
                return;
            }
        }
        skipped.push_back({data && !data->isEmpty() ? SkipReason::FileUnusable : SkipReason::FileMissing, name});
        addParagraph(message.text, QStringLiteral("[%1]").arg(name));
    };
    for (const QJsonValue &value : object.value(QLatin1String("attachments")).toArray()) {
        const QString name = soundFileName(value.toObject().value(QLatin1String("file_name")).toString());
        add(name.isEmpty() ? QStringLiteral("text.txt") : name, soundText(value.toObject().value(QLatin1String("extracted_content")).toString()).toUtf8());
    }
    for (const QJsonValue &value : object.value(QLatin1String("files")).toArray()) {
        const QString name = soundFileName(value.toObject().value(QLatin1String("file_name")).toString());
        if (!name.isEmpty())
            add(name, files(name));
    }
}

std::optional<Message> messageOf(const QJsonObject &object, const QString &id, const ExportedFile &files, std::vector<Skipped> &skipped)
{
    const QString sender = object.value(QLatin1String("sender")).toString();
    if (sender != QLatin1String("human") && sender != QLatin1String("assistant"))
        return std::nullopt;
    Message message;
    message.role = sender == QLatin1String("human") ? Role::User : Role::Assistant;
    message.state = message.role == Role::User ? MessageState::Sent
        : object.value(QLatin1String("truncated")).toBool() ? MessageState::BrokenOff
                                                            : MessageState::Complete;
    message.at = momentFrom(object.value(QLatin1String("created_at"))).value_or(WallTime {});
    takeBlocks(message, object.value(QLatin1String("content")).toArray(), skipped);
    if (message.text.isEmpty())
        message.text = soundText(object.value(QLatin1String("text")).toString());
    if (message.role == Role::User)
        takeFiles(message, object, id, files, skipped);
    if (message.text.trimmed().isEmpty() && message.attachments.empty() && message.thoughts.empty())
        return std::nullopt;
    return message;
}

} // namespace

std::optional<Parcel> parcelFromClaude(const QJsonObject &conversation, const ExportedFile &files)
{
    if (!conversation.value(QLatin1String("chat_messages")).isArray())
        return std::nullopt;
    QString id = conversation.value(QLatin1String("uuid")).toString();
    if (id.isEmpty()) // without a name, it is what it says
        id = QString::fromUtf8(QJsonDocument(conversation).toJson(QJsonDocument::Compact));
    const QStringList source {QStringLiteral("claude"), id};
    Parcel parcel;
    Conversation &made = parcel.conversation;
    made.id = ConversationId(foreignId(source));
    made.title = soundLine(conversation.value(QLatin1String("name")).toString());
    made.titleIsManual = !made.title.isEmpty();
    made.pinned = conversation.value(QLatin1String("is_starred")).toBool();
    made.createdAt = momentFrom(conversation.value(QLatin1String("created_at"))).value_or(WallTime {});
    made.updatedAt = momentFrom(conversation.value(QLatin1String("updated_at"))).value_or(made.createdAt);
    const QString model = soundLine(conversation.value(QLatin1String("model")).toString());
    const QJsonArray messages = conversation.value(QLatin1String("chat_messages")).toArray();
    bool isTree = false;
    for (const QJsonValue &value : messages)
        isTree = isTree || value.toObject().value(QLatin1String("parent_message_uuid")).isString();
    std::vector<SaidNode> said;
    for (const QJsonValue &value : messages) {
        const QJsonObject object = value.toObject();
        QString name = object.value(QLatin1String("uuid")).toString();
        if (name.isEmpty())
            name = QString::number(said.size());
        auto message = messageOf(object, name, files, parcel.skipped);
        if (message && message->role == Role::Assistant)
            message->model = model;
        const QString before = said.empty() ? QString() : said.back().id;
        said.push_back({name, isTree ? object.value(QLatin1String("parent_message_uuid")).toString() : before, std::move(message)});
    }
    const QString current = conversation.value(QLatin1String("current_leaf_message_uuid")).toString();
    const QString last = said.empty() ? QString() : said.back().id;
    makeTurns(parcel, std::move(said), current.isEmpty() ? last : current, source);
    return parcel;
}

} // namespace breakwater

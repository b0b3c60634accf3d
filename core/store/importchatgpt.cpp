// SPDX-License-Identifier: GPL-3.0-or-later
// The export of ChatGPT: design/api.md, I1.
#include "core/store/importforeign.h"
#include "core/store/importtext.h"
#include "core/store/saidtree.h"

#include <QJsonArray>

namespace breakwater {

namespace {

/// The end of "file-service://file-abc" or "sediment://file_abc".
QString pointedAt(const QJsonObject &part)
{
    const QString pointer = part.value(QLatin1String("asset_pointer")).toString();
    return soundFileName(pointer.section(QLatin1Char('#'), 0, 0));
}

void attach(Message &message, const QString &id, const QString &name, const ExportedFile &files, std::vector<Skipped> &skipped)
{
    const auto data = id.isEmpty() ? std::nullopt : files(id);
    const QString label = name.isEmpty() ? id : name;
    if (data) {
        auto made = attachmentFrom(label, *data);
        if (auto *attachment = std::get_if<Attachment>(&made)) {
            attachment->id = AttachmentId(foreignId({QStringLiteral("chatgpt"), QStringLiteral("file"), id}));
            message.attachments.push_back(std::move(*attachment));
            return;
        }
    }
    skipped.push_back({data ? SkipReason::FileUnusable : SkipReason::FileMissing, label});
    message.text += (message.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + QStringLiteral("[%1]").arg(label);
}

QString fenced(const QString &language, const QString &text)
{
    QString fence = QStringLiteral("```");
    while (text.contains(fence))
        fence += QLatin1Char('`');
    return fence + (language == QLatin1String("unknown") ? QString() : soundLine(language, 20)) + QLatin1Char('\n') + text + QLatin1Char('\n') + fence;
}

bool isHidden(const QJsonObject &message)
{
    const QJsonObject metadata = message.value(QLatin1String("metadata")).toObject();
    const QJsonValue weight = message.value(QLatin1String("weight"));
    const QJsonValue recipient = message.value(QLatin1String("recipient"));
    return metadata.value(QLatin1String("is_visually_hidden_from_conversation")).toBool() || metadata.value(QLatin1String("is_user_system_message")).toBool()
        || (weight.isDouble() && weight.toDouble() == 0.0) || (recipient.isString() && recipient.toString() != QLatin1String("all"))
        || message.value(QLatin1String("channel")).toString() == QLatin1String("analysis");
}

/// None: nothing that is shown.
std::optional<Message> messageFrom(const QJsonObject &message, const ExportedFile &files, std::vector<Skipped> &skipped)
{
    const QString role = message.value(QLatin1String("author")).toObject().value(QLatin1String("role")).toString();
    const QJsonObject content = message.value(QLatin1String("content")).toObject();
    const QString type = content.value(QLatin1String("content_type")).toString();
    const bool byTool = role == QLatin1String("tool") && (type == QLatin1String("execution_output") || type == QLatin1String("multimodal_text"));
    if (isHidden(message) && type != QLatin1String("code"))
        return std::nullopt;
    if (role != QLatin1String("user") && role != QLatin1String("assistant") && !byTool)
        return std::nullopt;
    Message made;
    made.role = role == QLatin1String("user") ? Role::User : Role::Assistant;
    made.state = made.role == Role::User ? MessageState::Sent : MessageState::Complete;
    made.at = momentFrom(message.value(QLatin1String("create_time"))).value_or(WallTime {});
    const QJsonObject metadata = message.value(QLatin1String("metadata")).toObject();
    if (made.role == Role::Assistant)
        made.model = soundLine(metadata.value(QLatin1String("model_slug")).toString());
    const QString text = soundText(content.value(QLatin1String("text")).toString());
    if (type == QLatin1String("code") || type == QLatin1String("execution_output")) {
        if (!text.isEmpty())
            made.text = fenced(type == QLatin1String("code") ? content.value(QLatin1String("language")).toString() : QString(), text);
    } else if (type == QLatin1String("thoughts") || type == QLatin1String("reasoning_recap") || type == QLatin1String("user_editable_context")) {
        return std::nullopt; // the program's own
    } else {
        made.text = text;
    }
    QStringList named;
    for (const QJsonValue &part : content.value(QLatin1String("parts")).toArray()) {
        if (part.isString()) {
            const QString piece = soundText(part.toString());
            if (!piece.isEmpty())
                made.text += (made.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + piece;
        } else if (part.isObject() && part.toObject().contains(QLatin1String("asset_pointer"))) {
            const QString id = pointedAt(part.toObject());
            named.append(id);
            attach(made, id, QString(), files, skipped);
        } else if (part.isObject() && part.toObject().value(QLatin1String("text")).isString()) {
            made.text += soundText(part.toObject().value(QLatin1String("text")).toString());
        } else if (!part.isNull()) {
            skipped.push_back({SkipReason::Unknown, soundLine(part.toObject().value(QLatin1String("content_type")).toString())});
        }
    }
    for (const QJsonValue &each : metadata.value(QLatin1String("attachments")).toArray()) {
        const QString id = soundFileName(each.toObject().value(QLatin1String("id")).toString());
        if (!id.isEmpty() && !named.contains(id))
            attach(made, id, soundFileName(each.toObject().value(QLatin1String("name")).toString()), files, skipped);
    }
    if (made.text.trimmed().isEmpty() && made.attachments.empty())
        return std::nullopt;
    return made;
}

/// Of the nodes without children, the newest one.
QString newestEnd(const QJsonObject &mapping)
{
    QString newest;
    double at = -1.0;
    for (auto node = mapping.begin(); node != mapping.end(); ++node) {
        const QJsonObject object = node.value().toObject();
        const double when = object.value(QLatin1String("message")).toObject().value(QLatin1String("create_time")).toDouble(0.0);
        if (object.value(QLatin1String("children")).toArray().isEmpty() && when > at) {
            at = when;
            newest = node.key();
        }
    }
    return newest;
}

} // namespace

std::optional<Parcel> parcelFromChatGpt(const QJsonObject &conversation, const ExportedFile &files)
{
    if (!conversation.value(QLatin1String("mapping")).isObject())
        return std::nullopt;
    const QJsonObject mapping = conversation.value(QLatin1String("mapping")).toObject();
    QString id = conversation.value(QLatin1String("conversation_id")).toString();
    if (id.isEmpty())
        id = conversation.value(QLatin1String("id")).toString();
    if (id.isEmpty()) // its nodes are its name, then
        id = mapping.isEmpty() ? QString() : mapping.begin().key();
    const QStringList source {QStringLiteral("chatgpt"), id};
    Parcel parcel;
    Conversation &made = parcel.conversation;
    made.id = ConversationId(foreignId(source));
    made.title = soundLine(conversation.value(QLatin1String("title")).toString());
    made.titleIsManual = !made.title.isEmpty();
    made.archived = conversation.value(QLatin1String("is_archived")).toBool();
    made.createdAt = momentFrom(conversation.value(QLatin1String("create_time"))).value_or(WallTime {});
    made.updatedAt = momentFrom(conversation.value(QLatin1String("update_time"))).value_or(made.createdAt);
    std::vector<SaidNode> said;
    for (auto node = mapping.begin(); node != mapping.end(); ++node) {
        const QJsonObject object = node.value().toObject();
        said.push_back({node.key(), object.value(QLatin1String("parent")).toString(), messageFrom(object.value(QLatin1String("message")).toObject(), files, parcel.skipped)});
    }
    // As they were said: a mapping has no order.
    std::stable_sort(said.begin(), said.end(), [](const SaidNode &left, const SaidNode &right) {
        return (left.message ? left.message->at : WallTime {}) < (right.message ? right.message->at : WallTime {});
    });
    const QString current = conversation.value(QLatin1String("current_node")).toString();
    makeTurns(parcel, std::move(said), mapping.contains(current) ? current : newestEnd(mapping), source);
    return parcel;
}

} // namespace breakwater

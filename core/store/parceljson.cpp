// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/parceljson.h"

#include "core/store/importtext.h"
#include "core/store/jsonfields.h"
#include "core/store/messagejson.h"
#include "core/store/names.h"
#include "core/store/setupjson.h"
#include "core/store/usagejson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace breakwater {

namespace {

using namespace jsonfields;

namespace key {
const auto id = QStringLiteral("id");
const auto title = QStringLiteral("title");
const auto titleIsManual = QStringLiteral("titleIsManual");
const auto pinned = QStringLiteral("pinned");
const auto archived = QStringLiteral("archived");
const auto folder = QStringLiteral("folder");
const auto leaf = QStringLiteral("leaf");
const auto createdAt = QStringLiteral("createdAt");
const auto updatedAt = QStringLiteral("updatedAt");
const auto setup = QStringLiteral("setup");
const auto turn = QStringLiteral("turn");
const auto after = QStringLiteral("after");
const auto role = QStringLiteral("role");
const auto state = QStringLiteral("state");
const auto text = QStringLiteral("text");
const auto model = QStringLiteral("model");
const auto route = QStringLiteral("route");
const auto at = QStringLiteral("at");
const auto attempts = QStringLiteral("attempts");
const auto fellBack = QStringLiteral("fellBack");
const auto took = QStringLiteral("took");
const auto seams = QStringLiteral("seams");
const auto thoughts = QStringLiteral("thoughts");
const auto more = QStringLiteral("more");
const auto attachments = QStringLiteral("attachments");
const auto name = QStringLiteral("name");
const auto kind = QStringLiteral("kind");
const auto mediaType = QStringLiteral("mediaType");
const auto pages = QStringLiteral("pages");
const auto file = QStringLiteral("file");
const auto attempt = QStringLiteral("attempt");
const auto provider = QStringLiteral("provider");
const auto usage = QStringLiteral("usage");
const auto dollars = QStringLiteral("dollars");
} // namespace key

constexpr qsizetype longestId = 200;

QJsonValue parsed(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// As the store's own readers take it.
QString written(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

void putMoment(QJsonObject &object, const QString &name, WallTime at)
{
    object.insert(name, static_cast<qint64>(at.time_since_epoch().count()));
}

void putTrue(QJsonObject &object, const QString &name, bool is)
{
    if (is)
        object.insert(name, true);
}

WallTime momentAt(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? soundMoment(value.toDouble()).value_or(WallTime {}) : WallTime {};
}

/// Nothing that cannot be seen, and not long: it is a key in the history.
QString idText(const QJsonObject &object, const QString &name)
{
    const QString text = object.value(name).toString();
    return text.size() <= longestId && text == soundLine(text, longestId) ? text : QString();
}

qint64 countIn(const QJsonObject &object, const QString &name, qint64 most)
{
    return std::clamp<qint64>(object.value(name).toInteger(), 0, most);
}

void soundThoughts(std::vector<Thought> &thoughts)
{
    for (Thought &thought : thoughts) {
        thought.text = soundText(thought.text);
        thought.signature = soundText(thought.signature);
        thought.redacted = soundText(thought.redacted);
    }
}

std::optional<Attachment> attachmentFromJson(const QJsonObject &object, const FileBytes &files, std::vector<Skipped> &skipped)
{
    Attachment attachment;
    attachment.id = AttachmentId(idText(object, key::id));
    attachment.name = soundFileName(object.value(key::name).toString());
    const auto data = files(object.value(key::file).toString());
    if (!data) {
        skipped.push_back({SkipReason::FileMissing, attachment.name});
        return std::nullopt;
    }
    const auto kind = valueOf<AttachmentKind>(object.value(key::kind).toString());
    if (!kind || data->size() > (*kind == AttachmentKind::Image ? mostImageBytes : mostAttachedBytes)) {
        skipped.push_back({SkipReason::FileUnusable, attachment.name});
        return std::nullopt;
    }
    attachment.kind = *kind;
    attachment.mediaType = soundLine(object.value(key::mediaType).toString()).toLatin1();
    attachment.data = *data;
    if (const auto pages = whole(object, key::pages); pages && *pages > 0)
        attachment.pages = pages;
    return attachment;
}

} // namespace

QString fileName(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

QJsonObject conversationToJson(const Conversation &conversation)
{
    QJsonObject object {{key::id, conversation.id.text()}, {key::title, conversation.title}};
    putTrue(object, key::titleIsManual, conversation.titleIsManual);
    putTrue(object, key::pinned, conversation.pinned);
    putTrue(object, key::archived, conversation.archived);
    put(object, key::folder, conversation.folder);
    put(object, key::leaf, conversation.leaf.text());
    putMoment(object, key::createdAt, conversation.createdAt);
    putMoment(object, key::updatedAt, conversation.updatedAt);
    if (const QString setup = setupToJson(conversation); !setup.isEmpty())
        object.insert(key::setup, parsed(setup));
    return object;
}

std::optional<Conversation> conversationFromJson(const QJsonObject &object)
{
    Conversation conversation;
    conversation.id = ConversationId(idText(object, key::id));
    if (conversation.id.isEmpty())
        return std::nullopt;
    conversation.title = soundText(object.value(key::title).toString());
    conversation.titleIsManual = object.value(key::titleIsManual).toBool();
    conversation.pinned = object.value(key::pinned).toBool();
    conversation.archived = object.value(key::archived).toBool();
    conversation.folder = soundText(object.value(key::folder).toString());
    conversation.leaf = TurnId(idText(object, key::leaf));
    conversation.createdAt = momentAt(object, key::createdAt);
    conversation.updatedAt = momentAt(object, key::updatedAt);
    if (object.contains(key::setup))
        setupFromJson(written(object.value(key::setup)), conversation);
    conversation.instructions.system = soundText(conversation.instructions.system);
    return conversation;
}

QJsonObject messageToJson(const Message &message)
{
    QJsonObject object {{key::id, message.id.text()}, {key::role, nameOf(message.role)}, {key::state, nameOf(message.state)}, {key::text, message.text}};
    put(object, key::turn, message.turn.text());
    put(object, key::after, message.after.text());
    put(object, key::model, message.model);
    put(object, key::route, message.route.text());
    putMoment(object, key::at, message.at);
    if (message.attempts != 0)
        object.insert(key::attempts, message.attempts);
    putTrue(object, key::fellBack, message.fellBack);
    if (message.took != Duration::zero())
        object.insert(key::took, static_cast<qint64>(message.took.count()));
    QJsonArray seams;
    for (const qsizetype seam : message.seams)
        seams.append(static_cast<qint64>(seam));
    if (!seams.isEmpty())
        object.insert(key::seams, seams);
    if (!message.thoughts.empty())
        object.insert(key::thoughts, parsed(thoughtsToJson(message.thoughts)));
    if (const QString more = moreToJson(message); !more.isEmpty())
        object.insert(key::more, parsed(more));
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments) {
        QJsonObject each {{key::name, attachment.name}, {key::kind, nameOf(attachment.kind)}, {key::mediaType, QString::fromLatin1(attachment.mediaType)},
            {key::file, fileName(attachment.data)}};
        put(each, key::id, attachment.id.text());
        put(each, key::pages, attachment.pages);
        attachments.append(each);
    }
    if (!attachments.isEmpty())
        object.insert(key::attachments, attachments);
    return object;
}

std::optional<Message> messageFromJson(const QJsonObject &object, const ConversationId &conversation, const FileBytes &files, std::vector<Skipped> &skipped)
{
    Message message;
    message.id = MessageId(idText(object, key::id));
    const auto role = valueOf<Role>(object.value(key::role).toString());
    if (message.id.isEmpty() || !role)
        return std::nullopt;
    message.conversation = conversation;
    message.turn = TurnId(idText(object, key::turn));
    if (message.turn.isEmpty())
        message.turn = TurnId(message.id.text()); // alone
    message.after = TurnId(idText(object, key::after));
    message.role = *role;
    message.state = valueOf<MessageState>(object.value(key::state).toString()).value_or(*role == Role::User ? MessageState::Sent : MessageState::Complete);
    if (message.state == MessageState::Streaming)
        message.state = MessageState::BrokenOff; // it grows no more
    message.text = soundText(object.value(key::text).toString());
    message.model = soundText(object.value(key::model).toString());
    message.route = RouteId(soundText(object.value(key::route).toString()));
    message.at = momentAt(object, key::at);
    message.attempts = static_cast<int>(countIn(object, key::attempts, 100'000));
    message.fellBack = object.value(key::fellBack).toBool();
    message.took = Duration(countIn(object, key::took, std::chrono::duration_cast<Duration>(std::chrono::days(3660)).count()));
    for (const QJsonValue &seam : object.value(key::seams).toArray()) {
        const auto place = static_cast<qsizetype>(seam.toInteger(-1));
        if (place >= (message.seams.empty() ? 0 : message.seams.back()) && place <= message.text.size())
            message.seams.push_back(place);
    }
    if (object.contains(key::thoughts))
        message.thoughts = thoughtsFromJson(written(object.value(key::thoughts).toArray()));
    soundThoughts(message.thoughts);
    if (object.contains(key::more))
        moreFromJson(written(object.value(key::more).toObject()), message);
    message.explanation = soundText(message.explanation);
    message.thoughtFor = std::max(message.thoughtFor, Duration::zero());
    for (const QJsonValue &each : object.value(key::attachments).toArray()) {
        if (auto attachment = attachmentFromJson(each.toObject(), files, skipped))
            message.attachments.push_back(std::move(*attachment));
    }
    return message;
}

QJsonObject expenseToJson(const Expense &expense)
{
    QJsonObject usage;
    putUsage(usage, expense.usage);
    QJsonObject object {{key::turn, expense.turn.text()}, {key::attempt, expense.attempt}, {key::provider, expense.provider.text()}, {key::model, expense.model},
        {key::usage, usage}};
    putMoment(object, key::at, expense.at);
    put(object, key::dollars, expense.dollars);
    return object;
}

std::optional<Expense> expenseFromJson(const QJsonObject &object, const ConversationId &conversation)
{
    constexpr double mostDollars = 1e6; // of one attempt; a day's limit must not hang on what a file says
    Expense expense;
    expense.turn = TurnId(idText(object, key::turn));
    if (expense.turn.isEmpty())
        return std::nullopt;
    expense.attempt = static_cast<int>(countIn(object, key::attempt, 100'000));
    expense.at = momentAt(object, key::at);
    expense.conversation = conversation;
    expense.provider = ProviderId(soundText(object.value(key::provider).toString()));
    expense.model = soundText(object.value(key::model).toString());
    expense.usage = usageFrom(object.value(key::usage).toObject());
    if (const auto dollars = real(object, key::dollars); dollars && *dollars >= 0.0 && *dollars <= mostDollars)
        expense.dollars = dollars;
    return expense;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: several conversations at once, and a line on stdout for all that a person could have seen.
//   O                     the history is open
//   A mark                the turn with that mark was accepted
//   T ms message text     at that time (CLOCK_MONOTONIC) the text, in Base64, was added to the answer on screen
// With "batches" as its last argument it is in no hurry: what it asks goes as batches, and it looks often how far they are.
#include "app/engine.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>

#include <unistd.h>

using namespace breakwater;

namespace {

constexpr int conversationCount = 4;

void tell(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size())
        std::_Exit(1); // nobody reads any more
}

QByteArray monotonic()
{
    return QByteArray::number(static_cast<qlonglong>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count()));
}

class Session : public QObject
{
public:
    Session(Engine &engine, QString name, bool inBatches)
        : m_engine(engine)
        , m_name(std::move(name))
        , m_timing(inBatches ? Timing::Batch : Timing::Now)
    {
        connect(&m_look, &QTimer::timeout, this, [this] {
            for (const Batch *each : m_engine.batches().all())
                m_engine.batches().lookNow(BatchId(each->id));
        });
        if (inBatches)
            m_look.start(100);
        connect(&engine.library(), &Library::textAppended, this, [this](const ConversationId &conversation, const MessageId &id) {
            const QString &text = m_engine.library().message(conversation, id)->text;
            qsizetype &told = m_told[id];
            tell("T " + monotonic() + ' ' + id.text().toLatin1() + ' ' + text.mid(told).toUtf8().toBase64());
            told = text.size();
        });
        connect(&engine.outbox(), &Outbox::turnSettled, this, [this](const TurnId &id) {
            if (const TurnState *turn = m_engine.outbox().turn(id); turn != nullptr && m_mine.contains(turn->conversation))
                ask(ConversationId(turn->conversation));
        });
    }

    void begin()
    {
        tell("O");
        for (int each = 0; each < conversationCount; ++each)
            ask({});
    }

private:
    void ask(const ConversationId &conversation)
    {
        const QString mark = QStringLiteral("mark-%1-%2").arg(m_name).arg(m_next++);
        const auto turn = m_engine.outbox().submit({conversation, mark + QStringLiteral(" lorem ipsum").repeated(40), {}, {}, {}, {}, m_timing});
        const ConversationId where = m_engine.outbox().turn(*turn)->conversation;
        m_mine.insert(where);
        // Answered after the turn was: the store works in order.
        m_engine.store().chapter(where, [this, id = *turn, mark](const Result<Chapter> &read) {
            const TurnState *known = m_engine.outbox().turn(id);
            if (read && known != nullptr && known->phase != TurnPhase::Failed)
                tell("A " + mark.toLatin1());
        });
    }

    Engine &m_engine;
    QString m_name;
    Timing m_timing;
    QTimer m_look;
    int m_next = 0;
    std::map<MessageId, qsizetype> m_told;
    std::set<ConversationId> m_mine;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool inBatches = arguments.value(3) == QLatin1String("batches");
    if (arguments.size() != (inBatches ? 4 : 3))
        return 2;
    Engine engine(arguments.at(1));
    Session session(engine, arguments.at(2), inBatches);
    engine.open(Engine::Resume::Yes, [&session](const Result<void> &opened) {
        if (opened)
            session.begin();
        else
            tell("F " + opened.error().detail.toUtf8());
    });
    return QCoreApplication::exec();
}

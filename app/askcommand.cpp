// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/askcommand.h"

#include "app/firstroutes.h"
#include "app/keyvariables.h"
#include "ui/flight/flightrecordtext.h"
#include "ui/words/faultwords.h"
#include "ui/words/keywords.h"
#include "ui/words/storewords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace breakwater {

namespace {

QString readStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readAll()) : QString();
}

bool somebodyWatches()
{
#ifdef Q_OS_WIN
    return ::_isatty(::_fileno(stdout)) != 0;
#else
    return ::isatty(STDOUT_FILENO) == 1;
#endif
}

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

AskCommand::AskCommand(Engine &engine, CommandLine line, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_line(std::move(line))
    , m_terminal(somebodyWatches())
{
    connect(&m_engine.library(), &Library::textAppended, this, [this](const ConversationId &, const MessageId &message) { takeText(message); });
    connect(&m_engine.outbox(), &Outbox::turnChanged, this, &AskCommand::takeChange);
    connect(&m_engine.outbox(), &Outbox::turnSettled, this, &AskCommand::takeChange);
    connect(&m_engine.keyring(), &Keyring::changed, this, &AskCommand::takeKeys);
}

std::optional<QString> AskCommand::chooseRoutes()
{
    RouteTable table;
    const auto unencrypted = [this](const Provider &provider) {
        return tr("%1 is not encrypted: others on the way could read the prompt and the key. Nothing was sent. Add --unencrypted to send all the same.").arg(originOf(provider.baseUrl));
    };
    const auto agree = [this](RouteTable &agreed) {
        for (Provider &each : agreed.providers) {
            if (m_line.unencrypted && awaitsConsent(each))
                consentToPlainHttp(each);
        }
    };
    if (m_line.weather) {
        table = simulatedRoutes();
    } else if (m_line.baseUrl) {
        addAnthropic(table, *m_line.baseUrl);
        agree(table);
        if (awaitsConsent(table.providers.front()))
            return unencrypted(table.providers.front());
        m_engine.keyring().setToldAddress(*m_line.baseUrl); // a person said so, on the same line
        if (!m_engine.keyring().key(table.providers.front()))
            return tr("There is no key for %1. Set ANTHROPIC_API_KEY.").arg(m_line.baseUrl->host());
    } else {
        table = m_engine.settings().preferences.routes;
        if (!m_engine.settings().welcomed && !m_engine.keyring().knows(ProviderId(QStringLiteral("anthropic"))))
            return tr("There is no provider yet. Set ANTHROPIC_API_KEY, start the window once, or try --weather clear.");
    }
    agree(table);
    if (table.providers.empty() || table.chains.empty())
        return tr("No provider is set up. Start the window once, or set ANTHROPIC_API_KEY.");
    if (m_line.model) {
        const ProviderId provider = table.chain({})->steps.empty() ? table.providers.front().id : table.route(table.chain({})->steps.front().route)->provider;
        const RouteId id(provider.text() + QLatin1Char('/') + *m_line.model);
        if (table.route(id) == nullptr)
            table.routes.push_back({id, provider, *m_line.model, *m_line.model});
        m_chain = chainIdOf(id);
        if (const Provider *asked = table.provider(provider); asked != nullptr && awaitsConsent(*asked))
            return unencrypted(*asked);
    } else if (const Chain *chain = table.chain({}); table.usable(*chain).steps.empty()) {
        if (const Provider *open = table.awaitingConsent(*chain))
            return unencrypted(*open);
    }
    if (m_line.weather) {
        if (const auto problem = m_engine.setWeather(*m_line.weather, m_line.speed.value_or(1.0)))
            return problem;
    }
    m_engine.useRoutes(table);
    return std::nullopt;
}

void AskCommand::start()
{
    if (m_line.prompt == QLatin1String("-"))
        m_line.prompt = readStandardInput();
    if (m_line.prompt.trimmed().isEmpty()) {
        say(tr("The prompt is empty. Nothing was sent."));
        finish(exitcode::wrongUse);
        return;
    }
    if (const auto problem = chooseRoutes()) {
        say(*problem);
        finish(exitcode::wrongUse);
        return;
    }
    m_engine.open(Engine::Resume::No, [this](const Result<void> &opened) {
        if (opened) {
            send();
            return;
        }
        const Words words = notOpenedWords(opened.error(), m_engine.historyFile());
        say(words.title + QLatin1Char(' ') + words.sentence);
        finish(exitcode::failed);
    });
}

void AskCommand::send()
{
    Draft draft;
    draft.text = m_line.prompt;
    draft.chain = m_chain;
    m_turn = m_engine.outbox().submit(draft);
}

/// Nobody unlocks a keychain for a command that waits in silence: it says why, and leaves the turn to the window.
void AskCommand::takeKeys()
{
    const TurnState *turn = m_turn ? m_engine.outbox().turn(*m_turn) : nullptr;
    const Route *route = turn != nullptr && turn->phase == TurnPhase::Sending ? m_engine.routes().route(turn->attempts.back().route) : nullptr;
    const Provider *provider = route != nullptr ? m_engine.routes().provider(route->provider) : nullptr;
    const KeyState state = m_engine.keyring().keychainState();
    if (provider == nullptr || state == KeyState::There || !m_engine.keyring().isAwaited(*provider))
        return;
    say(keychainWords(state).title + QLatin1Char(' ') + keychainWords(state).sentence);
    m_engine.outbox().keep(*m_turn);
}

void AskCommand::takeText(const MessageId &id)
{
    const TurnState *turn = m_turn ? m_engine.outbox().turn(*m_turn) : nullptr;
    if (turn == nullptr || turn->answer != id || turn->attempts.empty())
        return;
    const Attempt &attempt = turn->attempts.back();
    const Instant begun = turn->accepted + attempt.startedAfter + attempt.firstContentAfter.value_or(Duration::zero());
    const bool stays = turn->continuing || m_engine.time().now() - begun >= turn->policy.patience.startOver;
    if (m_terminal || stays)
        printAnswer(*turn);
}

/// What of the answer was not printed yet. A new answer begins on a line of its own.
void AskCommand::printAnswer(const TurnState &turn)
{
    const Message *answer = m_engine.library().message(turn.conversation, turn.answer);
    if (m_line.json || answer == nullptr)
        return;
    if (m_answer != answer->id && m_printed > 0)
        print(QStringLiteral("\n\n"));
    if (m_answer != answer->id)
        m_printed = 0;
    m_answer = answer->id;
    print(answer->text.mid(m_printed));
    m_printed = answer->text.size();
}

void AskCommand::takeChange(const TurnId &id)
{
    const TurnState *turn = m_turn && *m_turn == id ? m_engine.outbox().turn(id) : nullptr;
    if (turn == nullptr || m_finished)
        return;
    const Instant now = m_engine.time().now();
    while (m_told < turn->attempts.size() && turn->attempts[m_told].endedAfter) {
        const Attempt &attempt = turn->attempts[m_told++];
        if (!attempt.fault || attempt.fault->kind == FaultKind::Cancelled)
            continue;
        if (m_terminal && attempt.firstContentAfter && m_printed > 0)
            print(QStringLiteral("\n")); // both streams share its lines
        FaultContext context = contextOf(*turn, m_engine.routes(), now);
        context.provider = providerName(m_engine.routes(), attempt.route);
        context.model = routeName(m_engine.routes(), attempt.route);
        const Words words = wordsFor(*attempt.fault, context);
        say(QStringLiteral("%1. %2: %3 %4").arg(attempt.number).arg(routeName(m_engine.routes(), attempt.route), words.title, words.sentence));
        for (const auto &decision : {attempt.decision, attempt.afterwards}) {
            if (decision)
                say(QStringLiteral("   ") + reasonSentence(*decision, m_engine.routes()));
        }
    }
    if (isSettled(turn->phase))
        printAnswer(*turn);
    switch (turn->phase) {
    case TurnPhase::Answered:
        if (m_line.json) {
            const Message *answer = m_engine.library().message(turn->conversation, turn->answer);
            QJsonObject object {{QStringLiteral("answer"), answer != nullptr ? answer->text : QString()}, {QStringLiteral("model"), answer != nullptr ? answer->model : QString()}};
            object.insert(QStringLiteral("record"), QJsonDocument::fromJson(flightRecordJson(*turn, titleFromPrompt(m_line.prompt), m_engine.routes())).object());
            print(QString::fromUtf8(QJsonDocument(object).toJson()));
        } else {
            print(QStringLiteral("\n"));
        }
        finish(exitcode::answered);
        return;
    case TurnPhase::Kept:
        if (!turn->wait) { // it waits for a person
            const Words words = cardWords(*turn, m_engine.routes(), now);
            say(words.title + QLatin1Char(' ') + words.sentence);
        } else {
            say(tr("This turn is in the outbox. It goes when Breakwater runs and a route flows."));
        }
        finish(exitcode::kept);
        return;
    case TurnPhase::Failed:
    case TurnPhase::BrokenOff:
    case TurnPhase::Unknown:
        if (m_printed > 0)
            print(QStringLiteral("\n"));
        if (turn->attempts.empty() && turn->fault) {
            const Words words = wordsFor(*turn->fault, contextOf(*turn, m_engine.routes(), now));
            say(words.title + QLatin1Char(' ') + words.sentence);
        } else if (turn->attempts.empty()) {
            say(tr("No route is set up that could answer."));
        }
        finish(exitcode::failed);
        return;
    case TurnPhase::Stopped:
    case TurnPhase::Cancelled:
        if (m_printed > 0)
            print(QStringLiteral("\n"));
        finish(exitcode::interrupted);
        return;
    case TurnPhase::Sending:
        takeKeys(); // what it waits for may have been known before
        return;
    case TurnPhase::Accepted:
    case TurnPhase::Streaming:
    case TurnPhase::Waiting:
        return;
    }
}

void AskCommand::interrupt()
{
    if (m_turn)
        m_engine.outbox().cancel(*m_turn);
    if (!m_finished)
        finish(exitcode::interrupted);
}

void AskCommand::finish(int exitCode)
{
    if (std::exchange(m_finished, true))
        return;
    // Later, so that what was said is written first and nobody is called from within.
    QMetaObject::invokeMethod(this, [this, exitCode] { Q_EMIT finished(exitCode); }, Qt::QueuedConnection);
}

void AskCommand::say(const QString &sentence)
{
    const QByteArray bytes = sentence.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace breakwater

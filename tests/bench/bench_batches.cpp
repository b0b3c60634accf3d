// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemtime.h"
#include "core/batch/batchdraft.h"
#include "core/batch/batches.h"
#include "core/batch/batchmaker.h"
#include "core/net/nettransport.h"
#include "core/simulator/simulatedprovider.h"
#include "core/store/storethread.h"
#include "ui/batch/batchwindow.h"
#include "ui/outbox/outboxpage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

// What a large batch costs: reading its rows, writing them down, sending them, landing every result, with its window and the
// outbox open, over sockets to a simulated provider in a process of its own. No Google Benchmark: it is one long course.
// usage: bench_batches [ROWS]      default: 100000

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId route {QStringLiteral("p/m")};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Of this process, in MB: how much it has now, and the most it had.
struct Memory
{
    double now = 0.0;
    double most = 0.0;
};
Memory memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    Memory read;
    if (!status.open(QIODevice::ReadOnly))
        return read;
    for (const QByteArray &line : status.readAll().split('\n')) {
        const double megabytes = line.simplified().split(' ').value(1).toDouble() / 1024.0;
        if (line.startsWith("VmRSS:"))
            read.now = megabytes;
        else if (line.startsWith("VmHWM:"))
            read.most = megabytes;
    }
    return read;
}

/// The longest time in which the interface could not do anything else.
class Pulse : public QTimer
{
public:
    Pulse()
    {
        setTimerType(Qt::PreciseTimer);
        setInterval(1);
        connect(this, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6), m_since.start(); });
        m_since.start();
        start();
    }
    /// Milliseconds since it was asked last.
    [[nodiscard]] double longest() { return std::exchange(m_longest, 0.0); }

private:
    QElapsedTimer m_since;
    double m_longest = 0.0;
};

class NoKey final : public Credentials
{
public:
    [[nodiscard]] std::optional<NamedKey> key(const Provider &) const override { return NamedKey {QStringLiteral("mine"), "any"}; }
};

int serve()
{
    SystemTime time;
    SimulatedProvider provider(time);
    const auto script = WeatherScript::parse(R"({"tokens_per_second":1000000,"first_token_ms":0,"batch_ms":1000})");
    if (!script || !provider.listen())
        return 1;
    provider.setScript(*script);
    out() << provider.baseUrl().toString() << Qt::endl;
    return QCoreApplication::exec();
}

QString writeRows(const QString &folder, int rows)
{
    const QString path = folder + QLatin1String("/rows.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream text(&file);
    text << "id,note\n";
    for (int row = 1; row <= rows; ++row)
        text << row << ",\"The bolt of berth " << row % 400 << " was found loose, tightened and marked; look again in week " << row % 52 << "\"\n";
    return path;
}

int measure(int rows)
{
    QTemporaryDir folder;
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("serve")});
    if (!folder.isValid() || !server.waitForReadyRead())
        return 1;
    const QString url = QString::fromUtf8(server.readLine()).trimmed();
    const QString path = writeRows(folder.path(), rows);

    SystemTime time;
    SystemAlarms alarms(time);
    SeededJitter jitter {7};
    Library library;
    Conditions conditions;
    NoKey credentials;
    Catalogue catalogue;
    Ledger ledger(time);
    NetTransport transport;
    StoreThread store(time);
    RouteTable table;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("p"));
    provider.name = QStringLiteral("P");
    provider.baseUrl = QUrl(url);
    table.providers = {provider};
    table.routes = {{route, provider.id, QStringLiteral("claude-haiku-5-5"), QStringLiteral("Haiku 5.5")}};
    const auto routes = [&table]() -> const RouteTable & { return table; };
    Outbox outbox(TurnServices {transport, alarms, time, jitter, store, library, conditions, credentials, routes, catalogue, &ledger});
    Batches batches({transport, alarms, time, jitter, store, conditions, credentials, routes, catalogue, {}, &ledger}, store);
    const auto wait = [](auto holds) {
        while (!holds())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    bool open = false;
    store.open(folder.filePath(QStringLiteral("breakwater.db")), [&](const Result<Snapshot> &opened) { open = opened.has_value(); });
    wait([&] { return open; });
    batches.restore({});

    BatchPort port;
    OutboxPage page(library, outbox, &batches, time, routes);
    page.resize(1000, 700);
    page.show();
    BatchWindow window(batches, ledger, port, routes, time);
    window.resize(1000, 700);

    Pulse pulse;
    QElapsedTimer clock;
    const auto tell = [&](const char *what) {
        const Memory used = memory();
        out() << qSetFieldWidth(34) << Qt::left << what << qSetFieldWidth(0) << static_cast<double>(clock.restart()) / 1000.0 << " s, longest hold-up " << pulse.longest() << " ms, memory " << used.now
              << " MB, at most " << used.most << " MB" << Qt::endl;
    };
    wait([&] { return batches.isRestored(); });
    clock.start();
    (void)pulse.longest();

    const auto order = orderFor({{}, QStringLiteral("Label this note of maintenance in one word: {{note}}"), route, {}, {path}, false}, table, catalogue, ledger.prices());
    BatchMaker maker(store);
    maker.read(*order, {{path}, false});
    wait([&] { return maker.canMake(); });
    tell("rows read, counted and priced");

    Batch batch;
    batch.id = makeId<BatchId>(time.wall());
    batch.title = QStringLiteral("Label notes");
    batch.route = route;
    batch.createdAt = time.wall();
    bool made = false;
    maker.make(batch, [&](const Result<Batch> &written) {
        made = written.has_value();
        batch = written.value_or(Batch {});
    });
    wait([&] { return made; });
    tell("rows written down");

    batches.begin(batch);
    window.show(batch.id);
    window.show();
    const auto partsIn = [&](std::initializer_list<PartPhase> phases) {
        const std::vector<BatchPart> &parts = batches.batch(batch.id)->parts;
        return std::all_of(parts.begin(), parts.end(), [&](const BatchPart &part) { return std::find(phases.begin(), phases.end(), part.phase) != phases.end(); });
    };
    wait([&] { return partsIn({PartPhase::UnderWay, PartPhase::Fetching, PartPhase::Settled}); });
    tell("all parts created");
    QTimer looks; // nobody measures the pause between two looks
    looks.callOnTimeout([&] { batches.lookNow(batch.id); });
    looks.start(1000);
    wait([&] { return batches.batch(batch.id)->counts.open < rows; });
    tell("the first answers");
    wait([&] { return !batches.isUnderWay(batch.id); });
    tell("all results landed");
    const RowCounts counts = batches.batch(batch.id)->counts;
    out() << counts.answered << " answered, " << counts.failed << " failed, " << counts.notSent << " not sent, " << counts.open << " open, in " << batches.batch(batch.id)->parts.size() << " parts" << Qt::endl;
    server.kill();
    server.waitForFinished();
    return counts.answered == rows ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("serve"))
        return serve();
    return measure(words.value(1, QStringLiteral("100000")).toInt());
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs each client in each weather and prints what came of it. Started by `run`.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const weatherFolder = join(here, '..', 'weather');
const binaries = process.env.BREAKWATER_BIN;
const packages = process.env.BREAKWATER_INTEROP;
const wanted = 'claude-sonnet-5';

const names = {
  breakwater: 'Breakwater',
  sdk: 'SDK, defaults',
  loop: 'SDK, 6 tries, full jitter 30 s',
  bound: 'bound (knows the weather)',
};
/// From the least to the most of what can happen, as resilience has its rows.
const allWeathers = ['clear', 'refusal', 'flaky30', 'flaky70', 'ownlimit', 'capacity', 'slots', 'overload', 'outage', 'broken', 'silent'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: 'string', default: '24' },
    seconds: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: 'breakwater,sdk,loop,bound' },
    keep: { type: 'string' },
    out: { type: 'string' },
  },
});
const weathers = positionals.length ? positionals : allWeathers;
const clients = values.clients.split(',');
const known = readdirSync(weatherFolder).map((file) => file.replace(/\.json$/, ''));
for (const unknown of [...weathers.filter((each) => !known.includes(each)), ...clients.filter((each) => !names[each])]) {
  console.error(`run: ${unknown} is neither a weather (${allWeathers.join(', ')}) nor a client (${Object.keys(names).join(', ')}).`);
  process.exit(2);
}
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'breakwater-storm-'));
mkdirSync(folder, { recursive: true });

/// A weather server of its own for each run: phases and draws begin anew.
async function serve(script) {
  const child = spawn(join(binaries, 'breakwater-weather'), [script, '--seed', values.seed], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the weather server ended');
    return JSON.parse(value);
  };
  return {
    ...(await read()),
    ask(command) {
      child.stdin.write(`${command}\n`);
      return read();
    },
    close() {
      child.stdin.end();
    },
  };
}

function finished(child) {
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${child.spawnfile} ended with ${code}`))));
  });
}

async function run(weather, client) {
  const script = join(weatherFolder, `${weather}.json`);
  const out = join(folder, `${weather}-${client}.jsonl`);
  const server = await serve(script);
  const shared = [
    '--base-url', server.base_url, '--fallback-base-url', server.fallback_base_url,
    '--users', values.users, '--seconds', values.seconds, '--seed', values.seed, '--out', out,
  ];
  const stdio = ['ignore', 'inherit', 'inherit'];
  try {
    await finished(client === 'breakwater'
      ? spawn(join(binaries, 'breakwater-storm'), shared, { stdio })
      : spawn(process.execPath, [join(here, 'peers', `${client}.mjs`), '--packages', packages, ...shared,
        '--script', script, '--started', String(server.started_ms)], { stdio }));
    const counts = await server.ask('counts');
    const turns = readFileSync(out, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
    for (const turn of turns.filter((each) => each.outcome === 'answered')) {
      const right = await server.ask(`answer ${turn.route} [[turn ${turn.turn}]] Please answer turn ${turn.turn}.`);
      turn.wrong = right.sha256 !== turn.text_sha256;
    }
    return measure(turns, counts, troubleEnd(script, server.started_ms));
  } finally {
    server.close();
  }
}

/// When the last phase of a script with an end is over; null: the weather never changes, or never ends.
function troubleEnd(script, started) {
  const phases = JSON.parse(readFileSync(script, 'utf8')).phases ?? [];
  if (!phases.length || phases.some((phase) => !phase.for_seconds)) return null;
  return started + 1000 * phases.reduce((sum, phase) => sum + phase.for_seconds, 0);
}

function quantile(sorted, share) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] : NaN;
}

function measure(turns, counts, over) {
  const answered = turns.filter((turn) => turn.outcome === 'answered');
  const took = answered.map((turn) => (turn.end_ms - turn.start_ms) / 1000).sort((left, right) => left - right);
  const caught = turns.filter((turn) => over !== null && turn.start_ms < over && turn.end_ms > over);
  const returned = answered.filter((turn) => over !== null && turn.route === wanted && turn.first_ms >= over);
  const least = (list) => (list.length ? (Math.min(...list) - over) / 1000 : NaN);
  return {
    turns: turns.length,
    answered: answered.length / turns.length,
    wrong: answered.filter((turn) => turn.wrong).length,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    p99: quantile(took, 0.99),
    requests: counts.requests / answered.length,
    wanted: answered.filter((turn) => turn.route === wanted).length / answered.length,
    caught: over === null ? NaN : caught.length ? (Math.max(...caught.map((turn) => turn.end_ms)) - over) / 1000 : 0,
    back: over === null ? NaN : least(returned.map((turn) => turn.first_ms)),
  };
}

const digits = (number, places) => (Number.isFinite(number) ? number.toFixed(places) : '–');
const percent = (share) => (Number.isFinite(share) ? `${(100 * share).toFixed(share === 1 ? 0 : 1)} %` : '–');

const lines = [
  `${values.users} users, ${values.seconds} s, seed ${values.seed}. Seconds to answer; requests are those that reached the server, for each answered turn. `
  + '"cleared": seconds from the end of the trouble until every turn begun before it had its end. "back": until the wanted model spoke again.',
  '',
  '| weather | client | turns | answered | wrong | p50 | p95 | p99 | requests | wanted model | cleared | back |',
  '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
];
const ratios = ['', '| weather | p50 / bound | p99 / bound | requests / bound |', '|---|--:|--:|--:|'];
lines.forEach((line) => console.log(line));
for (const weather of weathers) {
  const results = {};
  for (const client of clients) {
    const r = await run(weather, client);
    results[client] = r;
    const row = `| ${weather} | ${names[client]} | ${r.turns} | ${percent(r.answered)} | ${r.wrong} | ${digits(r.p50, 1)} | ${digits(r.p95, 1)} | ${digits(r.p99, 1)} `
      + `| ${digits(r.requests, 2)} | ${percent(r.wanted)} | ${digits(r.caught, 1)} | ${digits(r.back, 1)} |`;
    lines.push(row);
    console.log(row);
  }
  const { breakwater, bound } = results;
  if (breakwater && bound)
    ratios.push(`| ${weather} | ${digits(breakwater.p50 / bound.p50, 2)} | ${digits(breakwater.p99 / bound.p99, 2)} | ${digits(breakwater.requests / bound.requests, 2)} |`);
}
if (ratios.length > 3) {
  lines.push(...ratios);
  ratios.forEach((line) => console.log(line));
}
if (values.out) writeFileSync(values.out, `${lines.join('\n')}\n`);
if (!values.keep) rmSync(folder, { recursive: true });

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs each client in turn, several rounds, so that what else the machine does falls on all of them alike; prints the
// medians as a table.
// usage: node measure.mjs BINARIES PACKAGES TURNS ROUNDS EVENTS_PER_CHUNK

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const [binaries, packages, turns, rounds, eventsPerChunk] = process.argv.slice(2);
const run = promisify(execFile);
const sdk = join(dirname(fileURLToPath(import.meta.url)), 'sdk.mjs');
const native = join(binaries, 'overhead_client');

const clients = {
  'bare QNetworkAccessManager': (url, atOnce) => run(native, ['bare', url, turns, atOnce]),
  'Breakwater core': (url, atOnce) => run(native, ['core', url, turns, atOnce]),
  'official SDK (node)': (url, atOnce) => run(process.execPath, [sdk, packages, url, turns, atOnce]),
};

const server = spawn(join(binaries, 'overhead_server'), [eventsPerChunk], { stdio: ['pipe', 'pipe', 'inherit'] });
const [port] = await once(server.stdout, 'data');
const url = `http://127.0.0.1:${String(port).trim()}`;

const results = [];
for (let round = 0; round < Number(rounds); ++round) {
  for (const atOnce of ['1', '16']) {
    for (const [name, start] of Object.entries(clients)) {
      const { stdout } = await start(url, atOnce);
      results.push({ name, atOnce, ...JSON.parse(stdout) });
    }
  }
}
server.stdin.end();

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const pick = (name, atOnce, field) =>
  median(results.filter((each) => each.name === name && each.atOnce === atOnce).map((each) => each[field]));

console.log(`${turns} turns of 200 tokens, events in a chunk: ${eventsPerChunk}, medians of ${rounds}\n`);
console.log('| client | at once | turns a second | CPU s per 1,000 turns | CPU, times the bare loop |');
console.log('|---|---|---|---|---|');
for (const atOnce of ['1', '16']) {
  const bare = pick(Object.keys(clients)[0], atOnce, 'cpuPerThousand');
  for (const name of Object.keys(clients)) {
    const cpu = pick(name, atOnce, 'cpuPerThousand');
    console.log(`| ${name} | ${atOnce} | ${pick(name, atOnce, 'turnsPerSecond').toFixed(0)} | ${cpu.toFixed(2)} | ${(cpu / bare).toFixed(2)} |`);
  }
}
console.log();

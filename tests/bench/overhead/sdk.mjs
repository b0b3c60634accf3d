// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same course as overhead_client, with the official SDK and its defaults.
// usage: node sdk.mjs PACKAGES BASE_URL TURNS AT_ONCE

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, baseURL, turnsText, atOnceText] = process.argv.slice(2);
const turns = Number(turnsText);
const warmUpTurns = 50;
const require = createRequire(join(resolve(packages), 'package.json'));
const loaded = (await import(pathToFileURL(require.resolve('@anthropic-ai/sdk')).href)).default;
const Anthropic = loaded.default ?? loaded;
const client = new Anthropic({ apiKey: 'sk-bench', baseURL });

let begun = 0;
let ended = 0;
let cpu;
let since;

async function lane() {
  while (begun++ < turns + warmUpTurns) {
    const message = await client.messages
      .stream({ model: 'claude-sonnet-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Hello' }] })
      .finalMessage();
    if (message.content[0].text.length !== 1200) throw new Error('a turn was not answered as it should be');
    if (++ended === warmUpTurns) {
      cpu = process.cpuUsage();
      since = process.hrtime.bigint();
    }
  }
}

await Promise.all(Array.from({ length: Number(atOnceText) }, lane));
const used = process.cpuUsage(cpu);
const wall = Number(process.hrtime.bigint() - since) / 1e9;
console.log(JSON.stringify({ turnsPerSecond: turns / wall, cpuPerThousand: (used.user + used.system) / 1e6 / turns * 1000 }));

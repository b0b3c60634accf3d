// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official SDK with its defaults inside the loop that people write around it: 6 tries, full jitter up to 30 s.

import { SeededJitter, askAnthropic, clients, options, sleep, storm } from './common.mjs';

const given = options();
const { anthropic } = await clients(given);
const route = 'claude-sonnet-5';
const chance = new SeededJitter(given.seed);
const mostTries = 6;

const isFinal = ({ status }) => status >= 400 && status < 500 && ![408, 409, 429].includes(status);

await storm(given, async (content, turn) => {
  for (let tries = 1; ; tries += 1) {
    try {
      return { text: await askAnthropic(anthropic, route, content, { seen: (what) => what === 'text' && turn.first() }), route };
    } catch (error) {
      if (tries === mostTries || isFinal(error)) throw error;
      turn.again();
      await sleep(chance.next() * Math.min(30_000, 1000 * 2 ** (tries - 1)));
    }
  }
});

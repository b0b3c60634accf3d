// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official SDK with its defaults, asked for the wanted model alone.

import { askAnthropic, clients, options, storm } from './common.mjs';

const given = options();
const { anthropic } = await clients(given);
const route = 'claude-sonnet-5';

await storm(given, async (content, turn) => ({ text: await askAnthropic(anthropic, route, content, { seen: (what) => what === 'text' && turn.first() }), route }));

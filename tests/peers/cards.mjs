#!/usr/bin/env node
// Asks the bot about everything it answers and checks each card with the platforms' own packages.
import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { adaptiveCardFindings } from './lib/adaptive-card.mjs';
import { blockKitFindings } from './lib/block-kit.mjs';
import { say, startHost } from './lib/host.mjs';
import { conversations, questions } from './lib/questions.mjs';

const USAGE = `node cards.mjs [URL] [--pictures DIR]
Without a URL the built host is started on a free port. One line per finding; then "N passed, N failed", where each card and each message counts.
Exit: 0 nothing found, 1 findings, 2 the bot cannot be asked.`;

async function ask(url) {
  const asked = [];
  for (const [text, picture] of questions) asked.push({ name: text, text, picture, reply: await say(url, randomUUID(), text) });
  for (const turns of conversations) {
    const conversation = randomUUID();
    for (const text of turns) asked.push({ name: `${turns[0]} … ${text}`, text, reply: await say(url, conversation, text) });
  }
  return asked;
}

/** @returns {number} how many cards and messages have findings */
function check(asked) {
  const messages = blockKitFindings(asked.map(({ name, reply }) => ({ name, blocks: reply.blocks })));
  let failed = 0;
  for (const { name, reply } of asked) {
    for (const [surface, findings] of [['card', adaptiveCardFindings(reply.adaptiveCard)], ['message', messages.get(name)]]) {
      for (const finding of findings) console.log(`${surface} of "${name}" (${reply.intent}): ${finding}`);
      if (findings.length) failed++;
    }
  }
  return failed;
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { pictures: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) { console.log(USAGE); return 0; }
  const host = positionals[0] ? { url: positionals[0].replace(/\/$/, ''), stop: async () => {} } : await startHost();
  try {
    const asked = await ask(host.url);
    const failed = check(asked);
    const intents = [...new Set(asked.map(({ reply }) => reply.intent))].sort();
    console.log(`${asked.length} replies of ${intents.length} intents: ${intents.join(', ')}`);
    if (values.pictures) {
      mkdirSync(values.pictures, { recursive: true });
      const { draw } = await import('./lib/pictures.mjs');
      await draw(host.url, asked.filter(({ picture }) => picture).map(each => ({ ...each, name: each.picture })), values.pictures);
    }
    console.log(`${2 * asked.length - failed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } finally {
    await host.stop();
  }
}

main().then(code => { process.exitCode = code; }, error => { console.error(error.message); process.exitCode = 2; });

#!/usr/bin/env node
// Uses the built host from a Slack workspace on this machine, over HTTP and over Socket Mode, as people and as Slack do.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startHost } from './lib/host.mjs';
import { News } from './lib/news.mjs';
import { Acts } from './lib/slack/acts.mjs';
import { digests } from './lib/slack/digest-steps.mjs';
import { WORKSPACE } from './lib/slack/payloads.mjs';
import { SocketModeServer } from './lib/slack/socket-mode.mjs';
import { reconnects } from './lib/slack/reconnects.mjs';
import { connections, installs, requests, talk } from './lib/slack/steps.mjs';
import { startWorkspace } from './lib/slack/workspace.mjs';

const USAGE = `node slack.mjs [--pictures DIR] [--only WORDS]
Starts the built host against a Slack workspace on loopback: over HTTP, over Socket Mode, and for an install. One line per step that fails; then "N passed, N failed".
Exit: 0 all passed, 1 findings, 2 the host cannot be started.`;

const endpoints = origin => Object.fromEntries(['events', 'commands', 'interactivity', 'install'].map(name => [name, `${origin}/slack/${name}`]));

/** A workspace, the host in it, and somebody who uses it. */
async function set(run, { overSocket = false, install = false }) {
  const closing = [];
  try {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const socket = overSocket ? await new SocketModeServer({ graceMs: 3000 }).listen() : undefined;
    if (socket) closing.push(() => socket.close());
    const targets = endpoints(socket?.url ?? origin);
    const limits = {};
    const redirect = `${origin}/slack/oauth_redirect`;
    const workspace = await startWorkspace({ events: targets.events, rateLimits: limits, redirectUris: [redirect], subscribe: ['app_mention', 'message.channels', 'message.im', 'app_home_opened', 'link_shared', 'app_uninstalled', 'tokens_revoked'] });
    closing.push(() => workspace.close());
    if (socket) socket.api = workspace.url;
    const env = {
      SLACK_API_URL: `${(socket ?? workspace).url}/api/`,
      // One conversation is asked much more here than Slack would allow.
      Slack__MessagesPerSecond: '50',
      ...(socket ? { SLACK_APP_TOKEN: WORKSPACE.appToken } : { SLACK_SIGNING_SECRET: workspace.signingSecret }),
      ...(install ? { SLACK_CLIENT_ID: WORKSPACE.clientId, SLACK_CLIENT_SECRET: WORKSPACE.clientSecret, SLACK_REDIRECT_URI: redirect } : { SLACK_BOT_TOKEN: WORKSPACE.botToken }),
    };
    const host = await startHost({ port, env });
    closing.push(() => host.stop());
    const acts = new Acts({ url: workspace.url, signingSecret: workspace.signingSecret, targets });
    if (socket) await acts.until('a connection', async () => socket.connections.length, 20_000);
    const news = new News(host);
    closing.push(() => news.close());
    await run({ acts, socket, limits, url: origin, news, places: {} });
  } finally {
    while (closing.length) await closing.pop()();
  }
}

async function main() {
  const { values } = parseArgs({ options: { pictures: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) { console.log(USAGE); return 0; }
  const pictures = new Map();
  let [passed, failed] = [0, 0];
  const run = (way, steps) => async bot => {
    for (const [name, step] of Object.entries(steps)) {
      if (values.only && !name.includes(values.only)) continue;
      try {
        await step({ ...bot, look: (what, surface) => pictures.set(`${what}`, surface) });
        passed++;
      } catch (error) {
        failed++;
        console.log(`${way}: ${name}: ${error.message.split('\n').slice(0, 12).join(' ')} ${JSON.stringify(error.detail ?? '').slice(0, 600)}`);
      }
    }
  };
  const others = async () => {
    await set(run('Socket Mode', { ...talk, ...connections }), { overSocket: true });
    await set(run('install', installs), { install: true });
  };
  await set(run('HTTP', { ...requests, ...talk }), {});
  // Side by side: a digest waits for what else is new.
  await Promise.all([set(run('HTTP', digests), {}), set(run('Socket Mode', digests), { overSocket: true }), others()]);
  await run('Socket Mode', reconnects)({});
  if (values.pictures) await draw(pictures, values.pictures);
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

async function draw(pictures, folder) {
  mkdirSync(folder, { recursive: true });
  const { drawBlocks } = await import('./lib/pictures.mjs');
  const { launch } = await import('./lib/browser.mjs');
  const browser = await launch();
  try {
    for (const [name, { blocks }] of pictures) await drawBlocks(browser, blocks, join(folder, `slack-${name}.png`));
  } finally {
    await browser.close();
  }
}

main().then(code => { process.exitCode = code; }, error => { console.error(error); process.exitCode = 2; });

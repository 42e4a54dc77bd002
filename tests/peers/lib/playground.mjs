// Microsoft 365 Agents Playground with a person in front of it: started on this machine alone, used through its page, watched through the log that it keeps for its own page.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const START = 40_000;
const PATIENCE = 20_000;
// An exchange is over when nothing was said for so long.
const QUIET = 500;

export const people = { bot: '28:11111111-2222-3333-4444-555555555555', botName: 'OgpBot', ana: '29:ana', chat: 'a:ana-and-the-bot', group: '19:group@thread.v2', channel: '19:justice@thread.tacv2' };

const person = (name, number) => `{ id: "${number === 1 ? people.ana : `29:person-${number}`}", name: ${name}, userPrincipleName: p${number}@example.com, aadObjectId: 00000000-0000-0000-0000-0000000000a${number}, givenName: ${name}, surname: P, email: p${number}@example.com }`;

// "userPrincipleName" is how its schema writes it. Fewer than five others are refused.
const settings = tenant => `version: "0.1.1"
tenantId: ${tenant}
bot: { id: "${people.bot}", name: ${people.botName} }
currentUser: ${person('Ana', 1)}
users: [${['Luis', 'Rosa', 'Eva', 'Juan', 'Inés'].map((name, index) => person(name, index + 2)).join(', ')}]
personalChat: { id: "${people.chat}" }
groupChat: { id: "${people.group}", name: Group Chat }
team: { id: "19:team@thread.tacv2", name: Open Government, aadGroupId: 00000000-0000-0000-0000-0000000000b1, channels: [{ id: "${people.channel}", name: Justice }] }
`;

/** @param {{endpoint: string, tenant: string, identity?: {appId: string, secret: string, standIns: string, authority: string}}} options */
export async function startPlayground(browser, { endpoint, tenant, identity }) {
  const folder = mkdtempSync(join(tmpdir(), 'ogpbot-playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), settings(tenant));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const program = join(dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  const child = spawn(process.execPath, [
    '--require', join(here, 'loopback.cjs'), program, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry',
    ...(identity ? ['--client-id', identity.appId, '--client-secret', identity.secret, '--tenant-id', tenant] : []),
  ], { cwd: folder, env: { ...process.env, ...(identity && { STAND_INS: identity.standIns, NODE_EXTRA_CA_CERTS: identity.authority }) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => { output = (output + chunk).slice(-4000); });
  const exited = new Promise(resolve => child.on('exit', resolve));

  let context;
  const stop = async () => {
    await context?.close();
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await exited;
    clearTimeout(patience);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    for (const until = Date.now() + START; !(await fetch(`${base}/_debug/ping`).then(response => response.ok, () => false)); await wait(100)) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`the playground did not start:\n${output}`);
    }
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.route(url => !['127.0.0.1', 'localhost'].includes(url.hostname), route => route.abort());
    const log = [];
    let lastSaid = Date.now();
    page.on('websocket', socket => socket.on('framereceived', ({ payload }) => {
      const message = parsed(payload);
      if (message?.logAction !== 'appendLog') return;
      lastSaid = Date.now();
      if (message.log.type === 'bot') log.push(message.log);
    }));
    await page.goto(base, { waitUntil: 'commit', timeout: START });
    await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor({ timeout: START });
    return new Playground(page, base, log, () => lastSaid, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function parsed(payload) {
  try { return JSON.parse(String(payload)); } catch { return undefined; }
}

const isToBot = entry => entry.to === 'User Application';
const objectIn = entry => (entry.response?.body && typeof entry.response.body === 'object' ? entry.response.body : undefined);

class Playground {
  constructor(page, base, log, lastSaid, stop) { Object.assign(this, { page, base, log, lastSaid, stop }); }

  /** Does something and waits until the bot has answered and all is quiet. @returns {{sent: object[], said: object[], answered: object[], statuses: number[]}} */
  async after(deed, { answer = true } = {}) {
    const start = this.log.length;
    await deed();
    for (const until = Date.now() + PATIENCE; ; await wait(50)) {
      const entries = this.log.slice(start);
      const toBot = entries.filter(isToBot);
      const failed = entries.find(entry => entry.response && !(entry.response.statusCode < 300));
      if (failed) throw new Error(`${isToBot(failed) ? 'the bot' : 'the playground'} answered ${failed.activityName} with HTTP ${failed.response.statusCode}: ${JSON.stringify(failed.response.body)}`);
      const said = entries.filter(entry => !isToBot(entry)).map(entry => entry.request?.body).filter(body => body?.type && body.type !== 'typing');
      const answered = toBot.filter(entry => entry.activityName === 'invoke').map(objectIn).filter(Boolean);
      if (toBot.length > 0 && (!answer || said.length + answered.length > 0) && Date.now() - this.lastSaid() >= QUIET) {
        return { sent: toBot.map(entry => entry.request.body), said, answered, entries };
      }
      if (Date.now() > until) throw new Error(toBot.length ? 'the bot said nothing' : 'nothing reached the bot');
    }
  }

  /** Everything since the page was opened. */
  settled() { return this.after(() => {}, { answer: true }); }

  /** All that the bot said by itself or in answer to anything, but for what came with the response. */
  get unasked() { return this.log.filter(entry => !isToBot(entry)).map(entry => entry.request?.body).filter(body => body?.type === 'message'); }

  async until(what, isSo, patience) {
    for (const until = Date.now() + patience; !isSo(); await wait(100)) {
      if (Date.now() > until) throw new Error(`${what} did not come`);
    }
  }

  /** Long enough for what should not come. */
  quiet() { return wait(2 * QUIET); }

  /** To a place where the bot has been before. */
  go(place) { return this.page.getByRole('treeitem', { name: place }).first().click(); }

  open(place) { return this.after(() => this.page.getByRole('treeitem', { name: place }).first().click(), { answer: false }); }

  say(text, { mention = false, button = 'Send Message' } = {}) {
    return this.after(async () => {
      await this.page.locator('[contenteditable=true]').first().click();
      if (mention) {
        await this.page.keyboard.type('@');
        await this.page.locator('[role=listbox],[role=menu]').getByText(people.botName, { exact: true }).first().click();
        await this.page.keyboard.type(' ');
      }
      await this.page.keyboard.insertText(text);
      await this.page.getByRole('button', { name: button, exact: true }).first().click();
    });
  }

  get cards() { return this.page.locator('.ac-adaptiveCard'); }

  click(title) { return this.after(() => this.cards.getByRole('button', typeof title === 'string' ? { name: title, exact: true } : { name: title }).last().click()); }

  async #extension(item, fill) {
    const found = await this.after(async () => {
      await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
      await this.page.getByRole('menuitem', { name: item }).click();
      await fill();
    });
    return found;
  }

  search(text) { return this.#extension('Search Command', () => this.page.getByPlaceholder(/search/i).first().fill(text)); }

  unfurl(url) { return this.#extension('Link Unfurling', () => this.page.getByRole('textbox', { name: 'Enter an URL' }).fill(url)); }

  async close() {
    const button = this.page.getByRole('button', { name: 'Close', exact: true }).first();
    await button.click();
    await button.waitFor({ state: 'hidden' });
  }

  /** Any activity, as its "custom activity" window sends it. */
  activity(activity, { answer = false } = {}) {
    const { channelId, serviceUrl, recipient, conversation, from } = this.log.findLast(isToBot).request.body;
    return this.after(async () => {
      const response = await fetch(`${this.base}/_internal/v1/customActivities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: crypto.randomUUID(), timestamp: new Date().toISOString(), channelId, serviceUrl, recipient, conversation, from, ...activity }),
      });
      if (!response.ok) throw new Error(`the playground refused the activity: HTTP ${response.status}`);
    }, { answer });
  }
}

#!/usr/bin/env node
// Talks to the built host as people do in Teams, through Microsoft 365 Agents Playground: without authentication, and with it in both directions.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { startEntra } from './lib/entra.mjs';
import { startHost } from './lib/host.mjs';
import { News } from './lib/news.mjs';
import { drawCard } from './lib/pictures.mjs';
import { people, startPlayground } from './lib/playground.mjs';
import { digestSteps } from './lib/teams-digest-steps.mjs';
import { invokes, steps } from './lib/teams-steps.mjs';

const USAGE = `node teams.mjs [--pictures DIR] [--only TEXT]
Starts the built host and the playground on free ports of this machine. One line per finding; then "N passed, N failed", where each step counts.
Exit: 0 nothing found, 1 findings, 2 something does not start.`;

const tenant = '72f988bf-0000-4000-8000-000000000001';
const app = { appId: '11111111-2222-3333-4444-555555555555', secret: 'only-for-this-machine' };

const count = { passed: 0, failed: 0 };

async function run(mode, name, step) {
  let findings;
  const start = Date.now();
  try { findings = await step(); } catch (error) { findings = [error.message.split('\n')[0]]; }
  findings.forEach(finding => console.log(`${mode}: ${name}: ${finding}`));
  if (findings.length) count.failed++; else count.passed++;
  if (process.env.TIMES) console.log(`${mode}: ${name}: ${Date.now() - start} ms`);
}

const activity = { id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9', locale: 'en-US', from: { id: people.ana }, recipient: { id: people.bot }, conversation: { id: people.chat, conversationType: 'personal', tenantId: tenant }, channelData: { tenant: { id: tenant } } };

const send = (host, body, headers = {}) => fetch(`${host.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ ...activity, ...body }) });

async function use(mode, browser, settings, identity, { pictures, only }, chosen) {
  const host = await startHost({ settings });
  const news = new News(host);
  let playground;
  try {
    playground = await startPlayground(browser, { endpoint: `${host.url}/api/messages`, tenant, identity });
    const picture = async (name, card) => {
      if (pictures) await playground.page.screenshot({ path: join(pictures, `${mode}-${name}.png`) });
      if (pictures && card) await drawCard(browser, card, join(pictures, `${mode}-${name}-card.png`));
    };
    for (const [name, step] of Object.entries(chosen).filter(([name], index) => index === 0 || !only || name.includes(only))) await run(mode, name, () => step({ playground, picture, host, news }));
    return host;
  } catch (error) {
    await host.stop();
    throw error;
  } finally {
    news.close();
    await playground?.stop();
  }
}

async function withoutAuthentication(browser, options) {
  const host = await use('open', browser, {}, undefined, options, steps);
  const post = async body => (await send(host, body)).json();
  try {
    for (const [name, step] of Object.entries(invokes)) await run('open', name, () => step({ post }));
  } finally {
    await host.stop();
  }
}

async function withAuthentication(browser, options) {
  const entra = await startEntra({ ...app, tenant });
  try {
    const settings = {
      MicrosoftAppId: app.appId, MicrosoftAppPassword: app.secret, MicrosoftAppTenantId: tenant, MicrosoftAppType: 'SingleTenant',
      'Teams:LocalPeers': 'true', 'Teams:Authority': entra.url, 'Teams:OpenIdMetadata': `${entra.url}/v1/.well-known/openidconfiguration`,
    };
    const host = await use('signed', browser, settings, { ...app, ...entra }, options, { ...steps, ...digestSteps });
    try {
      await run('signed', 'both directions carry tokens', async () => {
        const [inbound, outbound] = [entra.asked.filter(({ encrypted }) => encrypted), entra.asked.filter(({ encrypted }) => !encrypted)];
        return [
          ...(inbound.some(({ scope }) => scope === `${app.appId}/.default`) ? [] : ['the playground asked for no token']),
          ...(outbound.length === 1 && outbound[0].scope === 'https://api.botframework.com/.default' ? [] : [`the bot asked for ${outbound.length} tokens: ${outbound.map(({ scope }) => scope)}`]),
        ];
      });
      await run('signed', 'nobody without a right token is heard', async () => {
        const claims = { aud: app.appId, iss: 'https://api.botframework.com', serviceurl: activity.serviceUrl };
        const bearer = claims => ({ authorization: `Bearer ${entra.token(claims)}` });
        const body = { type: 'invoke', name: 'composeExtension/query', value: {} };
        const statuses = {
          'no token': [401, await send(host, body)],
          'another audience': [401, await send(host, body, bearer({ ...claims, aud: 'other' }))],
          'another service': [403, await send(host, body, bearer({ ...claims, serviceurl: 'http://127.0.0.1:10' }))],
          'the channel': [200, await send(host, body, bearer(claims))],
        };
        return Object.entries(statuses).filter(([, [expected, { status }]]) => status !== expected).map(([who, [expected, { status }]]) => `${who}: ${status} instead of ${expected}`);
      });
    } finally {
      await host.stop();
    }
  } finally {
    await entra.stop();
  }
}

async function main() {
  const { values } = parseArgs({ options: { pictures: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) { console.log(USAGE); return 0; }
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  const browser = await launch();
  try {
    // Side by side: most of the time each waits for pages to settle.
    await Promise.all([withoutAuthentication(browser, values), withAuthentication(browser, values)]);
  } finally {
    await browser.close();
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed ? 1 : 0;
}

main().then(code => { process.exitCode = code; }, error => { console.error(error.message); process.exitCode = 2; });

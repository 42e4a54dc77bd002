#!/usr/bin/env node
// What a signed message costs the built host, durable inbox and outbox included, and what it costs the echo of Microsoft's own SDK, with the same tokens in one run.
// Needs wrk and a Release build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startEntra } from '../lib/entra.mjs';
import { built, compare, script, textOf } from './measure.mjs';

const own = '72f988bf-0000-4000-8000-000000000001';
const app = { appId: '11111111-2222-3333-4444-555555555555', secret: 'only-for-this-machine' };

let number = 0;
/** In one of a thousand chats, each in a tenant of its own: Microsoft's limits would hold the answers back otherwise. */
function message(service) {
  const chat = ++number % 1000;
  const tenant = `72f988bf-0000-4000-8000-${String(chat).padStart(12, '0')}`;
  return JSON.stringify({
    type: 'message', text: textOf(number), id: `17954036${String(number).padStart(8, '0')}`, timestamp: '2026-11-23T03:08:57.194Z', localTimestamp: '2026-11-23T03:08:57.194+00:00', localTimezone: 'UTC',
    serviceUrl: service, channelId: 'msteams', from: { id: `29:person-${chat}`, name: 'Ana', aadObjectId: '00000000-0000-0000-0000-000000000020' },
    conversation: { conversationType: 'personal', tenantId: tenant, id: `a:chat-${chat}` }, recipient: { id: `28:${app.appId}`, name: 'OGP' }, textFormat: 'plain', locale: 'en-US',
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }], channelData: { tenant: { id: tenant } },
  });
}

const connector = spawn('node', [script('teams-connector.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
const entra = await startEntra({ ...app, tenant: own });
try {
  const service = String((await once(connector.stdout, 'data'))[0]).trim();
  const authorization = `Bearer ${entra.token({ aud: app.appId, iss: 'https://api.botframework.com', serviceurl: service })}`;
  await compare({ OgpBot: built, botbuilder: ['node', '--require', script('../lib/loopback.cjs'), script('teams-botbuilder.mjs')] }, port => {
    const url = `http://127.0.0.1:${port}/api/messages`;
    return {
      url,
      env: {
        PORT: String(port), ASPNETCORE_URLS: `http://127.0.0.1:${port}`, MicrosoftAppId: app.appId, MicrosoftAppPassword: app.secret, MicrosoftAppTenantId: own, MicrosoftAppType: 'MultiTenant',
        Teams__LocalPeers: 'true', Teams__Authority: entra.url, Teams__OpenIdMetadata: `${entra.url}/v1/.well-known/openidconfiguration`, STAND_INS: entra.standIns, NODE_EXTRA_CA_CERTS: entra.authority,
      },
      knock: () => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: message(service) }),
      lua: 'bearer.lua',
      lines: most => [authorization, ...Array.from({ length: most }, () => message(service))],
      posts: async () => Number(await (await fetch(`${service}/count`)).text()),
    };
  });
} finally {
  connector.kill();
  await entra.stop();
}

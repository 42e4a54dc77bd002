// Events under load while the connections are taken away again and again: each must be answered, once.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { startHost } from '../host.mjs';
import { WORKSPACE, envelope } from './payloads.mjs';
import { SocketModeServer } from './socket-mode.mjs';

const RECONNECTS = 50;
const SENDERS = 6;
const EVENTS_BETWEEN = 20;

/** A Web API that answers at once and counts what was posted, by thread. */
async function ledger() {
  const posted = new Map();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url.endsWith('/chat.postMessage')) {
      const { thread_ts } = JSON.parse(body);
      posted.set(thread_ts, (posted.get(thread_ts) ?? 0) + 1);
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({
      ok: true, team_id: WORKSPACE.team.id, user_id: WORKSPACE.botUserId, bot_id: WORKSPACE.botId, channel: WORKSPACE.channel.id, ts: '1795403631.000002',
    }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { posted, url: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

/** @returns {Promise<{events: number, again: number, lost: number, doubled: number}>} */
export async function reconnectUnderLoad() {
  const api = await ledger();
  const socket = await new SocketModeServer({ api: api.url, graceMs: 300, ackLimitMs: 1500 }).listen();
  const env = { SLACK_API_URL: `${socket.url}/api/`, SLACK_APP_TOKEN: WORKSPACE.appToken, SLACK_BOT_TOKEN: WORKSPACE.botToken, Slack__MessagesPerSecond: '1000000', Slack__WorkspaceMessagesPerMinute: '60000000' };
  const host = await startHost({ env });
  try {
    while (!socket.connections.length) await wait(20);
    let [events, again, going] = [0, 0, true];
    const send = async () => {
      while (going) {
        const ts = `1795403631.${String(events++).padStart(6, '0')}`;
        const mention = envelope({ type: 'app_mention', user: WORKSPACE.users.alice.id, text: `<@${WORKSPACE.botUserId}> PE0062`, ts, channel: WORKSPACE.channel.id, event_ts: ts, team: WORKSPACE.team.id });
        // As Slack: what was not acknowledged is sent again.
        for (let num = 0; ; num++) {
          const { acked } = await socket.send('events_api', mention, { retry: num ? { num, reason: 'timeout' } : undefined }).catch(() => ({ acked: false }));
          if (acked) break;
          again++;
          await wait(20);
        }
      }
    };
    const senders = Array.from({ length: SENDERS }, send);
    for (let reconnect = 0; reconnect < RECONNECTS; reconnect++) {
      const before = new Set(socket.connections.map(({ id }) => id));
      // Notices, as Slack gives them before it closes; and every fifth time none.
      if (reconnect % 5 === 4) socket.cut(); else socket.disconnect(reconnect % 2 ? 'warning' : 'refresh_requested');
      while (!socket.connections.some(({ id }) => !before.has(id))) await wait(5);
      for (const enough = events + EVENTS_BETWEEN; events < enough;) await wait(5);
    }
    going = false;
    await Promise.all(senders);
    for (const until = Date.now() + 30_000; Date.now() < until && api.posted.size < events; await wait(50));
    await wait(300);
    const doubled = [...api.posted.values()].filter(times => times !== 1).length;
    return { events, again, lost: events - api.posted.size, doubled };
  } finally {
    await host.stop();
    await socket.close();
    api.close();
  }
}

export const reconnects = {
  [`over ${RECONNECTS} reconnects under load no event is lost or answered twice`]: async () => {
    const { events, again, lost, doubled } = await reconnectUnderLoad();
    console.log(`${events} events over ${RECONNECTS} reconnects, ${again} sent again: ${lost} lost, ${doubled} doubled`);
    assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  },
};

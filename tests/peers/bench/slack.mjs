#!/usr/bin/env node
// What a mention costs the built host, durable inbox and outbox included, and what it costs Slack's own framework, in one run. Needs wrk and a Release build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { WORKSPACE, envelope } from '../lib/slack/payloads.mjs';
import { nowSeconds, postSigned, signature } from '../lib/slack/signing.mjs';
import { built, compare, script, textOf } from './measure.mjs';

let number = 0;
/** Each with its own ID and time, in one of a hundred channels: a duplicate would be cheaper. */
function mention() {
  const ts = `1795403631.${String(++number).padStart(6, '0')}`;
  const channel = `C00000OG${String(number % 100).padStart(2, '0')}`;
  return JSON.stringify(envelope({ type: 'app_mention', user: WORKSPACE.users.alice.id, text: `<@${WORKSPACE.botUserId}> ${textOf(number)}`, ts, channel, event_ts: ts, team: WORKSPACE.team.id }, { event_id: `Ev0${String(number).padStart(9, '0')}` }));
}

const server = spawn('node', [script('slack-api.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const api = String((await once(server.stdout, 'data'))[0]).trim();
  await compare({ OgpBot: built, bolt: ['node', script('slack-bolt.mjs')] }, port => {
    const url = `http://127.0.0.1:${port}/slack/events`;
    return {
      url,
      env: {
        SLACK_API_URL: `${api}/api/`, SLACK_BOT_TOKEN: WORKSPACE.botToken, SLACK_SIGNING_SECRET: WORKSPACE.signingSecret, PORT: String(port), ASPNETCORE_URLS: `http://127.0.0.1:${port}`,
        // Slack's own limits would hold the answers back.
        Slack__MessagesPerSecond: '1000000', Slack__WorkspaceMessagesPerMinute: '60000000',
      },
      knock: () => postSigned(url, WORKSPACE.signingSecret, mention()),
      lua: 'signed.lua',
      lines: most => {
        const timestamp = nowSeconds();
        return [timestamp, ...Array.from({ length: most }, () => { const body = mention(); return `${signature(WORKSPACE.signingSecret, timestamp, body)} ${body}`; })];
      },
      posts: async () => Number(await (await fetch(`${api}/count`)).text()),
    };
  });
} finally {
  server.kill();
}

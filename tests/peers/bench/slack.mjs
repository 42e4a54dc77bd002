#!/usr/bin/env node
// What a mention costs the built host, durable inbox and outbox included, and what it costs Slack's own framework, in one run. Needs wrk and a Release build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../lib/host.mjs';
import { WORKSPACE, envelope } from '../lib/slack/payloads.mjs';
import { nowSeconds, postSigned, signature } from '../lib/slack/signing.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '8' }, starts: { type: 'string', default: '5' }, connections: { type: 'string', default: '16' }, only: { type: 'string' }, text: { type: 'string', default: 'Peru justice commitments 2017' } } });
const host = join(here, '../../../src/OgpBot.Host/bin/Release/net10.0/OgpBot.Host.dll');
if (!existsSync(host)) throw new Error('build the host first: dotnet build -c Release src/OgpBot.Host');
const work = mkdtempSync(join(tmpdir(), 'ogpbot-bench-'));
const apps = { OgpBot: ['dotnet', host, '--data', join(work, 'data'), '--Logging:LogLevel:Default', 'Warning'], bolt: ['node', join(here, 'slack-bolt.mjs')] };

let number = 0;
/** Each with its own ID and time, in one of a hundred channels: a duplicate would be cheaper. */
function mention() {
  const ts = `1795403631.${String(++number).padStart(6, '0')}`;
  const channel = `C00000OG${String(number % 100).padStart(2, '0')}`;
  return JSON.stringify(envelope({ type: 'app_mention', user: WORKSPACE.users.alice.id, text: `<@${WORKSPACE.botUserId}> ${options.text}`, ts, channel, event_ts: ts, team: WORKSPACE.team.id }, { event_id: `Ev0${String(number).padStart(9, '0')}` }));
}

const cpu = pid => { const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return (Number(fields[11]) + Number(fields[12])) * 10; };
const resident = pid => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
const rounded = (value, digits = 3) => Number(value.toFixed(digits));

async function start(command, env, url) {
  const at = performance.now();
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    if ((await postSigned(url, WORKSPACE.signingSecret, mention()).catch(() => undefined))?.ok) return { child, ms: Math.round(performance.now() - at) };
    if (child.exitCode !== null) throw new Error(`${command[0]} ended`);
    await wait(5);
  }
}

async function stop(child) {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(patience);
}

async function load(url, child, posts, connections, seconds) {
  const timestamp = nowSeconds();
  const file = join(work, 'requests');
  writeFileSync(file, `${timestamp}\n${Array.from({ length: 5000 * seconds }, () => { const body = mention(); return `${signature(WORKSPACE.signingSecret, timestamp, body)} ${body}`; }).join('\n')}\n`);
  const [before, used] = [await posts(), cpu(child.pid)];
  const wrk = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', join(here, 'signed.lua'), url, '--', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  wrk.stderr.on('data', data => { text += data; });
  await once(wrk, 'exit');
  const { requests, seconds: took, p50, p99, errors } = JSON.parse(text.trim().split('\n').at(-1));
  const acknowledged = performance.now();
  // The event is not done before its answer is out.
  let posted = 0;
  for (const until = Date.now() + 60_000; Date.now() < until && (posted = await posts() - before) < requests - errors;) await wait(100);
  return { per_second: Math.round(requests / took), p50_ms: p50, p99_ms: p99, cpu_ms_per_event: rounded((cpu(child.pid) - used) / requests), requests, errors, posted, drained_ms: Math.round(performance.now() - acknowledged) };
}

async function measure(command, api) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const posts = async () => Number(await (await fetch(`${api}/count`)).text());
  const env = {
    SLACK_API_URL: `${api}/api/`, SLACK_BOT_TOKEN: WORKSPACE.botToken, SLACK_SIGNING_SECRET: WORKSPACE.signingSecret, PORT: String(port), ASPNETCORE_URLS: `http://127.0.0.1:${port}`,
    // Slack's own limits would hold the answers back.
    Slack__MessagesPerSecond: '1000000', Slack__WorkspaceMessagesPerMinute: '60000000',
  };
  const starts = [];
  let child;
  for (let each = 0; each < Number(options.starts); each++) {
    if (child) await stop(child);
    let ms;
    ({ child, ms } = await start(command, env, url));
    starts.push(ms);
  }
  try {
    await wait(1000);
    const idle = resident(child.pid);
    await load(url, child, posts, 4, 4); // warms up
    const one = await load(url, child, posts, 1, Number(options.seconds));
    const many = await load(url, child, posts, Number(options.connections), Number(options.seconds));
    return { starts_ms: starts, idle_mib: idle, loaded_mib: resident(child.pid), one, many };
  } finally {
    await stop(child);
  }
}

const server = spawn('node', [join(here, 'slack-api.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const api = String((await once(server.stdout, 'data'))[0]).trim();
  const results = {};
  for (const [name, command] of Object.entries(apps)) if (!options.only || options.only === name) results[name] = await measure(command, api);
  const ratio = which => results.OgpBot && results.bolt && rounded(results.OgpBot[which].cpu_ms_per_event / results.bolt[which].cpu_ms_per_event, 2);
  console.log(JSON.stringify({ load_average: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]), ...results, cpu_ratio: { one: ratio('one'), many: ratio('many') } }, null, 2));
} finally {
  server.kill();
  rmSync(work, { recursive: true, force: true });
}

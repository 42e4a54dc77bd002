// What both benches share: a bot is started, knocked at until it answers, and put under load by wrk; its processor time is read from /proc.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../lib/host.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    // Both compile their hot code while they run; long enough, and that is over.
    warm: { type: 'string', default: '4' },
    starts: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string' },
    // Separated by "|", each in its turn; "#" becomes the number of the message, so that nobody asked the same before.
    text: { type: 'string', default: 'Peru justice commitments 2017' },
    // A catalog.db to answer from; else what the host brings along.
    catalog: { type: 'string' },
    host: { type: 'string', default: join(here, '../../../src/OgpBot.Host/bin/Release/net10.0/OgpBot.Host.dll') },
  },
});
if (!existsSync(options.host)) throw new Error('build the host first: dotnet build -c Release src/OgpBot.Host');

const texts = options.text.split('|');
export const textOf = number => texts[number % texts.length].replaceAll('#', number);

export const work = mkdtempSync(join(tmpdir(), 'ogpbot-bench-'));
if (options.catalog) {
  mkdirSync(join(work, 'data'));
  copyFileSync(options.catalog, join(work, 'data', 'catalog.db'));
}
export const built = ['dotnet', options.host, '--data', join(work, 'data'), '--Logging:LogLevel:Default', 'Warning'];
export const script = name => join(here, name);

const cpu = pid => { const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return (Number(fields[11]) + Number(fields[12])) * 10; };
const resident = pid => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
const rounded = (value, digits = 3) => Number(value.toFixed(digits));

async function start([program, ...args], env, knock) {
  const at = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    if ((await knock().catch(() => undefined))?.ok) return { child, ms: Math.round(performance.now() - at) };
    if (child.exitCode !== null) throw new Error(`${program} ended`);
    await wait(5);
  }
}

async function stop(child) {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(patience);
}

async function load({ url, lua, lines, posts }, child, connections, seconds) {
  const file = join(work, 'requests');
  writeFileSync(file, `${lines(10_000 * seconds).join('\n')}\n`);
  const [before, used] = [await posts(), cpu(child.pid)];
  const wrk = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script(lua), url, '--', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  wrk.stderr.on('data', data => { text += data; });
  await once(wrk, 'exit');
  const { requests, seconds: took, p50, p99, errors } = JSON.parse(text.trim().split('\n').at(-1));
  const acknowledged = performance.now();
  // A message is not done before its answer is out.
  let posted = 0;
  for (const until = Date.now() + 60_000; Date.now() < until && (posted = await posts() - before) < requests - errors;) await wait(100);
  return { per_second: Math.round(requests / took), p50_ms: p50, p99_ms: p99, cpu_ms_per_event: rounded((cpu(child.pid) - used) / requests), requests, errors, posted, drained_ms: Math.round(performance.now() - acknowledged) };
}

/** @param {(port: number) => {url: string, env: object, knock: () => Promise<Response>, lua: string, lines: (most: number) => string[], posts: () => Promise<number>}} peer */
async function measure(command, peer) {
  const at = peer(await freePort());
  const starts = [];
  let child;
  for (let each = 0; each < Number(options.starts); each++) {
    if (child) await stop(child);
    let ms;
    ({ child, ms } = await start(command, at.env, at.knock));
    starts.push(ms);
  }
  try {
    await wait(1000);
    const idle = resident(child.pid);
    await load(at, child, 4, Number(options.warm));
    const one = await load(at, child, 1, Number(options.seconds));
    const many = await load(at, child, Number(options.connections), Number(options.seconds));
    return { starts_ms: starts, idle_mib: idle, loaded_mib: resident(child.pid), one, many };
  } finally {
    await stop(child);
  }
}

/** Measures ours and theirs one after the other, and prints both with their ratio. */
export async function compare(apps, peer) {
  try {
    const results = {};
    for (const [name, command] of Object.entries(apps)) if (!options.only || options.only === name) results[name] = await measure(command, peer);
    const [ours, theirs] = Object.keys(apps).map(name => results[name]);
    const ratio = which => ours && theirs && rounded(ours[which].cpu_ms_per_event / theirs[which].cpu_ms_per_event, 2);
    console.log(JSON.stringify({ load_average: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]), ...results, cpu_ratio: { one: ratio('one'), many: ratio('many') } }, null, 2));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

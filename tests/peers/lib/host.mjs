// The bot under test: one that runs already, or the built host on a free port with a data folder of its own.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const sources = join(dirname(fileURLToPath(import.meta.url)), '../../../src');
const project = join(sources, 'OgpBot.Host');

const built = (folder, program) => ['Release', 'Debug'].map(configuration => join(sources, folder, 'bin', configuration, 'net10.0', program)).find(existsSync);

export const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SLACK_|MicrosoftApp)/.test(name)));

/**
 * @param {{port?: number, env?: Record<string, string>, settings?: Record<string, string>}} env and settings: of a channel, as variables or on the command line; variables of this process for channels are not handed on
 * @returns {Promise<{url: string, ogpbot: (...args: string[]) => Promise<string>, output: () => string, stop: () => Promise<number | null>}>} ogpbot: the command line beside it, over the same data folder
 */
export async function startHost({ port, env = {}, settings = {} } = {}) {
  const host = built('OgpBot.Host', 'OgpBot.Host.dll');
  if (!host) throw new Error('the host is not built: run "dotnet build" first, or name a running one');
  const data = mkdtempSync(join(tmpdir(), 'ogpbot-peers-'));
  const url = `http://127.0.0.1:${port ?? await freePort()}`;
  const child = spawn('dotnet', [host, '--urls', url, ...Object.entries(settings).map(([key, value]) => `--${key}=${value}`)], { cwd: project, env: { ...inherited, ...env, OGPBOT_DATA: data }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => { output = (output + chunk).slice(-4000); });
  const exited = new Promise(resolve => { child.on('exit', code => resolve(code)); });
  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
    const code = await exited;
    clearTimeout(patience);
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const ogpbot = async (...args) => (await promisify(execFile)('dotnet', [built('OgpBot.Cli', 'ogpbot.dll'), ...args, '--data', data], { cwd: data, timeout: 60_000 })).stdout;
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(200)) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return { url, ogpbot, stop, output: () => output };
  }
  await stop();
  throw new Error(`the host did not get ready:\n${output}`);
}

/** Says something. The answer is the body of POST /api/chat. */
export async function say(url, conversationId, text) {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversationId, text }),
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

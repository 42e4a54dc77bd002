#!/usr/bin/env node
// Uses the web chat in Chromium as people do: on desktops and phones, light and dark, in both languages, by mouse and by keyboard alone.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, launch, screens } from './lib/browser.mjs';
import { startHost } from './lib/host.mjs';
import { steps } from './lib/web-chat-steps.mjs';

const USAGE = `node web-chat.mjs [URL] [--pictures DIR]
Without a URL the built host is started on a free port. One line per finding; then "N passed, N failed", where each step on each screen counts.
Exit: 0 nothing found, 1 findings, 2 the page cannot be opened.`;

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { pictures: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) { console.log(USAGE); return 0; }
  const host = positionals[0] ? { url: positionals[0].replace(/\/$/, ''), stop: async () => {} } : await startHost();
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  const browser = await launch();
  let [passed, failed] = [0, 0];
  try {
    for (const [screen, options] of Object.entries(screens)) {
      const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const complaints = [];
      page.on('console', message => { if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED/.test(message.text())) complaints.push(message.text()); });
      page.on('pageerror', error => complaints.push(error.message));
      for (const [name, step] of Object.entries(steps)) {
        try {
          await page.goto(host.url);
          await page.evaluate(() => sessionStorage.clear());
          await page.goto(host.url);
          const findings = [...await step({ page, context, ask: text => ask(page, text), spanish: options.locale === 'es' }), ...complaints.splice(0)];
          findings.forEach(finding => console.log(`${screen}: ${name}: ${finding}`));
          if (findings.length) failed++; else passed++;
        } catch (error) {
          console.log(`${screen}: ${name}: ${error.message.split('\n')[0]}`);
          failed++;
        }
        if (values.pictures) await page.screenshot({ path: join(values.pictures, `${screen}-${name}.png`.replaceAll(' ', '-')) });
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await host.stop();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

main().then(code => { process.exitCode = code; }, error => { console.error(error.message); process.exitCode = 2; });

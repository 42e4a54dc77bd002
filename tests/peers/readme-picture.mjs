#!/usr/bin/env node
// Draws the README's picture of the web chat from the built host: node readme-picture.mjs [URL]
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, launch } from './lib/browser.mjs';
import { startHost } from './lib/host.mjs';

const file = join(dirname(fileURLToPath(import.meta.url)), '../../src/OgpBot.Host/WebChat/web-chat.png');

const host = process.argv[2] ? { url: process.argv[2], stop: async () => {} } : await startHost();
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1120 }, locale: 'en', colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(host.url);
  await ask(page, 'Peru justice commitments 2017');
  await ask(page, 'how many commitments per plan?');
  await page.evaluate(() => {
    document.activeElement.blur();
    document.getElementById('scroller').scrollTop = 0;
  });
  await page.screenshot({ path: file, clip: { x: 190, y: 0, width: 900, height: 1120 } });
} finally {
  await browser.close();
  await host.stop();
}

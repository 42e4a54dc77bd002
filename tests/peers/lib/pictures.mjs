// What people see: cards light and dark by Microsoft's renderer, messages by slack-blocks-to-jsx, and the web chat itself on a desktop and a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ask, launch } from './browser.mjs';

const require = createRequire(import.meta.url);
const cards = require.resolve('adaptivecards/dist/adaptivecards.js');
const cardStyle = readFileSync(join(dirname(cards), 'adaptivecards.css'), 'utf8');
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const slackStyle = readFileSync(join(dirname(require.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8');

const FONT = '14px "Segoe UI","Noto Sans",sans-serif';
const LOGO = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="6" fill="%23345"/></svg>';

// Colours and sizes of Teams' own themes.
const shades = (foreground, subtle) => ({ default: { default: foreground, subtle } });
const config = ({ back, emphasis, fore, subtle, accent, warning, line }) => {
  const foregroundColors = { ...shades(fore, subtle), accent: { default: accent, subtle: accent }, warning: { default: warning, subtle: warning } };
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI","Noto Sans",sans-serif',
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: { default: { backgroundColor: back, foregroundColors }, emphasis: { backgroundColor: emphasis, foregroundColors } },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  };
};
const themes = {
  light: config({ back: '#ffffff', emphasis: '#f5f5f5', fore: '#242424', subtle: '#616161', accent: '#5b5fc7', warning: '#835c00', line: '#e0e0e0' }),
  dark: config({ back: '#292929', emphasis: '#1f1f1f', fore: '#ffffff', subtle: '#adadad', accent: '#7f85f5', warning: '#f8d22a', line: '#484848' }),
};

export async function drawCard(browser, card, file, width = 400) {
  const page = await browser.newPage({ viewport: { width: width * 2 + 72, height: 200 } });
  await page.setContent(`<style>${cardStyle}
    body{margin:0;display:grid;grid-template-columns:1fr 1fr;font:${FONT}}section{padding:12px 16px;background:#f5f5f5}section.dark{background:#1f1f1f}
    .card{width:${width}px;border-radius:4px;overflow:hidden}.ac-pushButton{font:600 ${FONT};padding:5px 12px;border-radius:4px;border:1px solid #d1d1d1;background:#fff;color:#242424}
    .dark .ac-pushButton{background:#292929;color:#fff;border-color:#666}</style>`);
  await page.addScriptTag({ path: cards });
  for (const [theme, hostConfig] of Object.entries(themes)) {
    await page.evaluate(({ card, theme, hostConfig }) => {
      const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
      const drawn = new AdaptiveCard();
      drawn.hostConfig = new HostConfig(hostConfig);
      drawn.parse(card);
      const section = document.body.appendChild(document.createElement('section'));
      section.className = theme;
      const box = section.appendChild(document.createElement('div'));
      box.className = 'card';
      box.append(drawn.render());
    }, { card, theme, hostConfig });
  }
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

export async function drawBlocks(browser, blocks, file, width = 680) {
  const page = await browser.newPage({ viewport: { width: width + 32, height: 200 } });
  const message = renderToStaticMarkup(createElement(Message, { blocks, logo: LOGO, name: 'OgpBot', time: new Date(0), unstyled: false, withoutWrapper: false }));
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${slackStyle}body{margin:0;padding:16px;width:${width}px;font:15px/1.46 Lato,"Liberation Sans",Arial,sans-serif;background:#fff;color:#1d1c1d}</style>${message}`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

async function drawChat(browser, url, text, file, options) {
  const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
  await page.goto(url);
  await ask(page, text);
  await page.screenshot({ path: file });
  await page.close();
}

/** @param {{name: string, text: string, reply: object}[]} shown */
export async function draw(url, shown, folder) {
  const browser = await launch();
  try {
    for (const { name, text, reply } of shown) {
      await drawCard(browser, reply.adaptiveCard, join(folder, `${name}-card.png`));
      await drawBlocks(browser, reply.blocks, join(folder, `${name}-slack.png`));
      await drawChat(browser, url, text, join(folder, `${name}-web.png`), { viewport: { width: 1100, height: 900 }, locale: reply.language });
      await drawChat(browser, url, text, join(folder, `${name}-web-phone.png`), { viewport: { width: 390, height: 844 }, locale: reply.language, colorScheme: 'dark', isMobile: true, hasTouch: true });
    }
  } finally {
    await browser.close();
  }
}

// Chromium as the system has it, and a page as one kind of reader opens it.
import { chromium } from 'playwright-core';

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** What a reader sees with: the options of a page. */
export const screens = {
  desktop: { viewport: { width: 1280, height: 900 }, locale: 'en' },
  dark: { viewport: { width: 1280, height: 900 }, locale: 'es', colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, locale: 'es', isMobile: true, hasTouch: true },
  'small phone': { viewport: { width: 360, height: 740 }, locale: 'en', colorScheme: 'dark', isMobile: true, hasTouch: true },
};

/** Types a question into the web chat and waits for its answer. */
export async function ask(page, text) {
  const before = await page.locator('article.reply').count();
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
  const answer = page.locator('article.reply').nth(before);
  await answer.waitFor({ timeout: 10_000 });
  return answer;
}

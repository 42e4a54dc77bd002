// What people do with the web chat. Each step begins with an empty conversation and returns what it found wrong.
import { lowContrast } from './contrast.mjs';

const COMMONEST = {
  en: [
    'Peru justice commitments 2017', 'PE0062', 'starred commitments', 'which policy area has the most commitments?', 'compare 2017 and 2019', 'areas by year',
    'brief Peru justice', 'list action plans', 'IRM reports', 'help', 'how did action plan 4 perform?', 'commitments about potatoes and llamas',
  ],
  es: [
    'compromisos de justicia de Perú 2017', 'muestra PE0062', 'compromisos destacados', '¿qué área de política tiene más compromisos?', 'compara 2017 y 2019', 'áreas por año',
    'resumen de Perú sobre justicia', 'planes de acción', 'informes IRM', 'ayuda', '¿qué desempeño tuvo el plan de acción 4?', 'compromisos sobre papas y llamas',
  ],
};

const wide = () => {
  const scroller = document.getElementById('scroller');
  return [document.documentElement.scrollWidth - innerWidth, scroller.scrollWidth - scroller.clientWidth].some(over => over > 0);
};

// A caption that repeats the heading, two captions that are alike, a mark that a row says again.
const repeated = () => [...document.querySelectorAll('article.reply')].flatMap(reply => {
  const titles = [...reply.querySelectorAll('.heading, figcaption:not(.credit)')].map(each => each.textContent);
  const star = reply.querySelector('.detail .star')?.lastChild.textContent.trim();
  return [
    ...titles.filter((title, index) => titles.some((other, place) => place !== index && other.startsWith(title))),
    ...[...reply.querySelectorAll('.detail dd')].map(each => each.textContent).filter(text => text === star),
  ];
}).map(text => `said twice: ${text}`);

const small = () => [...document.querySelectorAll('article.reply button, .tool, .composer button')]
  .filter(button => button.getBoundingClientRect().height < 24 && !button.matches('.item-title, .bar-label'))
  .map(button => `too small to touch: ${button.textContent}`);

const same = (what, expected, found) => (expected === found ? [] : [`${what}: expected ${expected}, found ${found}`]);

export const steps = {
  async 'the commonest questions are readable'({ page, ask, spanish }) {
    const findings = await page.evaluate(lowContrast);
    for (const question of COMMONEST[spanish ? 'es' : 'en']) {
      await ask(question);
      if (await page.evaluate(wide)) findings.push(`wider than the screen: ${question}`);
    }
    for (const check of [lowContrast, repeated, small]) findings.push(...await page.evaluate(check));
    return findings;
  },

  async 'suggestions, records, bars and choices can be pressed'({ page }) {
    const press = async selector => {
      const before = await page.locator('article.reply').count();
      await page.locator(selector).last().click();
      await page.locator('article.reply').nth(before).waitFor({ timeout: 10_000 });
    };
    await press('.suggestions li:nth-child(2) button');
    await press('button.item-title');
    const record = await page.locator('.detail').count();
    await page.getByRole('textbox').fill('rank by:area');
    await press('#send');
    await press('button.bar-label');
    await press('button.choice');
    return [...same('records opened', 1, record), ...same('answers', 5, await page.locator('article.reply').count())];
  },

  async 'pages follow each other'({ page, ask, spanish }) {
    await ask(spanish ? 'compromisos de 2012' : 'commitments in 2012');
    await page.locator('button.choice').filter({ hasText: spanish ? 'Siguiente' : 'Next' }).last().click();
    await page.locator('article.reply').nth(1).waitFor();
    return same('the first number of the second page', '11', await page.locator('ol.items').last().getAttribute('start'));
  },

  async 'everything works by keyboard'({ page }) {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
    // The browser gives the focus to the box with the first picture that it draws.
    await page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 2_000 }).catch(() => {});
    const findings = same('focus at the start', 'text', await focused());
    await page.keyboard.type('PE0062');
    await page.keyboard.press('Enter');
    await page.locator('article.reply').waitFor();
    await page.locator('#text').focus();
    for (let tabs = 0; tabs < 30 && !(await focused()).includes('choice'); tabs++) await page.keyboard.press('Shift+Tab');
    findings.push(...same('Shift and Tab from the box lead to', 'choice', await focused()));
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    findings.push(...same('the outline of what has the focus', 'solid', outline));
    await page.keyboard.press('Enter');
    await page.locator('article.reply').nth(1).waitFor();
    await page.locator('#text').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    return [...findings, ...same('Arrow up brings back', 'PE0062', await page.locator('#text').inputValue())];
  },

  async 'a reload keeps the conversation and a new one forgets it'({ page, ask, spanish }) {
    await ask(spanish ? 'compromisos de 2012' : 'commitments in 2012');
    await page.reload();
    const kept = await page.locator('article.reply').count();
    await ask(spanish ? 'siguiente' : 'next');
    const next = await page.locator('ol.items').last().getAttribute('start');
    await page.locator('#fresh').click();
    const left = await page.locator('article.reply').count();
    await ask(spanish ? 'siguiente' : 'next');
    return [...same('answers after a reload', 1, kept), ...same('the second page begins with', '11', next), ...same('answers in a new conversation', 0, left), ...same('lists after a new "next"', 0, await page.locator('ol.items').count())];
  },

  async 'without a connection nothing is lost'({ page, context }) {
    await context.setOffline(true);
    await page.getByRole('textbox').fill('PE0062');
    await page.keyboard.press('Enter');
    await page.locator('.failure').waitFor();
    await context.setOffline(false);
    const low = await page.evaluate(lowContrast);
    await page.locator('.retry').click();
    await page.locator('article.reply').waitFor();
    return [...low, ...same('failures left', 0, await page.locator('.failure').count())];
  },

  async 'markup that is typed stays text'({ page, ask }) {
    await ask('<img src=x onerror=alert(1)> <b>justice</b> "><script>alert(2)</script> &lt;i&gt; word:<u>x</u>');
    const made = await page.locator('#log :is(img, b, i, u, script)').count();
    await page.reload();
    return [...same('elements made of words', 0, made), ...same('and after a reload', 0, await page.locator('#log :is(img, b, i, u, script)').count())];
  },
};

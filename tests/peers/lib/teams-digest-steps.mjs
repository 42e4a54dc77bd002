// Somebody lets a channel and a group follow something, something is new, and it is told where it is followed: once.
import { adaptiveCardFindings } from './adaptive-card.mjs';
import { PATIENCE } from './news.mjs';
import { people } from './playground.mjs';
import { cardOf, expect, textOf } from './teams-steps.mjs';

const REPORT = { title: 'Report on the Registers of Wells', type: 'IRM Report', url: 'https://www.opengovpartnership.org/documents/report-on-the-registers-of-wells/' };
const SECOND = { title: 'Case Study of the Archives of Bridges', type: 'Case Study' };

const digests = playground => playground.unasked.filter(({ summary }) => /^\d+ new resource/.test(summary ?? ''));

const inPlace = (playground, place) => digests(playground).filter(({ conversation }) => conversation.id.startsWith(place));

const counts = playground => [people.channel, people.group, people.chat].map(place => inPlace(playground, place).length).join(', ');

async function follow(playground, what, button) {
  const shown = await playground.say(what, { mention: true, button });
  const { answered: [done] } = await playground.click('Yes, follow');
  return [...expect(`"${what}" is not previewed`, textOf(cardOf(shown.said.at(-1))).includes('I would post it here')), ...expect(`"${what}" is not followed`, textOf(done?.value).includes('Done.'))];
}

/** They share one installation and run in this order, after the others. */
export const digestSteps = {
  async 'digest: a channel and a group follow different things in words'({ playground }) {
    await playground.go('Justice');
    const findings = await follow(playground, 'tell us at once about new resources for Peru', 'Post');
    await playground.go('Group Chat');
    findings.push(...await follow(playground, 'subscribe to IRM reports of Peru at once'));
    await playground.go('Personal Chat');
    await playground.say('tell me at once about new justice commitments of Peru');
    await playground.click('Yes, follow');
    return findings;
  },

  async 'digest: one new resource is one message in each place that follows it, and in no other'({ playground, news, picture }) {
    await news.bring(REPORT);
    await playground.until('two digests', () => digests(playground).length >= 2, PATIENCE);
    await playground.quiet();
    const found = digests(playground);
    await playground.go('Justice');
    await picture('digest', cardOf(inPlace(playground, people.channel)[0]));
    return [
      ...expect(`messages in channel, group and chat: ${counts(playground)}`, counts(playground) === '1, 1, 0'),
      ...found.flatMap(said => [
        ...adaptiveCardFindings(cardOf(said)),
        ...expect(`the notification says "${said.summary}"`, /^1 new resource: Peru(, IRM Report)?$/.test(said.summary)),
        ...expect('it does not tell why', /Followed here, at once: resources/.test(textOf(cardOf(said)))),
        ...expect('it does not name what is new', textOf(cardOf(said)).includes(REPORT.title)),
      ]),
    ];
  },

  async 'digest: its button stops it'({ playground }) {
    await playground.go('Group Chat');
    const { answered: [stopped] } = await playground.click('Stop');
    return expect('not stopped', textOf(stopped?.value).includes('Stopped'));
  },

  async 'digest: the same import again says nothing, and what comes next is told alone'({ playground, news }) {
    await news.again();
    await news.bring(SECOND);
    await playground.until('another digest', () => digests(playground).length >= 3, PATIENCE);
    await playground.quiet();
    const told = textOf(cardOf(inPlace(playground, people.channel).at(-1)));
    return [
      ...expect(`messages in channel, group and chat: ${counts(playground)}`, counts(playground) === '2, 1, 0'),
      ...expect('it does not name what is new', told.includes(SECOND.title)),
      ...expect('it tells what was told before', !told.includes(REPORT.title)),
    ];
  },
};

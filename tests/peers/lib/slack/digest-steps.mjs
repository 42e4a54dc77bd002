// Somebody lets channels follow something, something is new, and it is told where it is followed: once.
import assert from 'node:assert/strict';
import { PATIENCE } from '../news.mjs';
import { WORKSPACE } from './payloads.mjs';
import { press, words } from './steps.mjs';
import { checkSurfaces, surfacesIn } from './surfaces.mjs';

const REPORT = { title: 'Report on the Registers of Wells', type: 'IRM Report', url: 'https://www.opengovpartnership.org/documents/report-on-the-registers-of-wells/' };
const SECOND = { title: 'Report on the Archives of Bridges', type: 'IRM Report' };

const isDigest = ({ text }) => /^\d+ new resource/.test(text);

const digestsIn = async (acts, channel) => (await acts.botMessages(channel)).filter(isDigest);

const toldIn = (acts, channel, count) => acts.until(`digest ${count} in ${channel.name}`, async () => {
  const found = await digestsIn(acts, channel);
  return found.length >= count && found;
}, PATIENCE);

async function follow(acts, channel, what) {
  const { posted, reply } = await acts.say(what, { channel });
  assert.match(words(reply), /I would post (it )?here/);
  const { posted: said = [] } = await acts.click(press(acts, 'say-choice-0'));
  assert.match(words(said), /Done\./);
  return posted;
}

/** They share one host and run in this order. */
export const digests = {
  'digest: channels follow different things in words': async ({ acts, places }) => {
    Object.assign(places, { all: WORKSPACE.channel, reports: await acts.channel('reports'), justice: await acts.channel('justice'), silent: await acts.channel('silent') });
    await follow(acts, places.all, 'tell us at once about new resources for Peru');
    await follow(acts, places.reports, 'subscribe this channel to IRM reports of Peru at once');
    await follow(acts, places.justice, 'tell us at once about new justice commitments of Peru');
    await acts.say('PE0062', { channel: places.silent });
  },
  'digest: one new resource is one message in each channel that follows it, and in no other': async ({ acts, places, news, look }) => {
    await news.bring(REPORT);
    const [[first], [second]] = await Promise.all([toldIn(acts, places.all, 1), toldIn(acts, places.reports, 1)]);
    for (const digest of [first, second]) {
      assert.match(digest.text, /^1 new resource: Peru/);
      assert.match(words(digest.blocks), new RegExp(`${REPORT.title}.*Followed here, at once`));
      assert.equal(digest.thread_ts ?? null, null);
    }
    look('digest', first);
    await acts.quiet();
    assert.deepEqual((await Promise.all(Object.values(places).map(place => digestsIn(acts, place)))).map(({ length }) => length), [1, 1, 0, 0]);
  },
  'digest: its button stops it': async ({ acts, places }) => {
    const [digest] = await digestsIn(acts, places.reports);
    acts.lookAt(digest, places.reports);
    const stop = digest.blocks.flatMap(({ elements = [] }) => elements).find(({ text }) => text?.text === 'Stop');
    assert.match(words((await acts.click(stop.action_id)).posted), /Stopped/);
  },
  'digest: the same import again says nothing, and what comes next is told alone': async ({ acts, places, news }) => {
    await news.again();
    await news.bring(SECOND);
    const told = await toldIn(acts, places.all, 2);
    assert.match(told[1].text, /^1 new resource: Peru/);
    assert.match(words(told[1].blocks), new RegExp(SECOND.title));
    assert.doesNotMatch(words(told[1].blocks), new RegExp(REPORT.title));
    await acts.quiet();
    assert.deepEqual((await Promise.all(Object.values(places).map(place => digestsIn(acts, place)))).map(({ length }) => length), [2, 1, 0, 0]);
  },
  'digest: everything is as the official types want them': async ({ acts }) => {
    assert.deepEqual(checkSurfaces(surfacesIn(await acts.everything())), []);
  },
};

// What people in a workspace do with the bot, and what must come of it. Each step uses what the steps before it left behind: the last reply, the open modal.
import assert from 'node:assert/strict';
import { checkSurfaces, surfacesIn } from './surfaces.mjs';
import { WORKSPACE, elementsOf, globalShortcut } from './payloads.mjs';

export const words = value => JSON.stringify(value ?? '');
const action = (blocks, prefix) => [...elementsOf(blocks)].map(({ element }) => element.action_id).find(id => id.startsWith(prefix));
export const press = (acts, prefix) => {
  const found = action(acts.last.reply.message.blocks, prefix);
  assert(found, `the last reply has no button ${prefix}…, only ${[...elementsOf(acts.last.reply.message.blocks)].map(({ element }) => `${element.action_id} (${element.value})`).join(', ')}`);
  return found;
};
const inChannel = responses => responses.filter(each => each.response_type === 'in_channel');

/** What is done alike over HTTP and over Socket Mode. @type {Record<string, (bot: {acts: import('./acts.mjs').Acts}) => Promise<void>>} */
export const talk = {
  'a mention is answered in its thread': async ({ acts, look }) => {
    const { posted, reply } = await acts.say('Peru justice commitments 2017');
    assert.equal(reply.thread_ts, posted.ts);
    assert.match(words(reply), /PE0082/);
    look('message', reply);
    // Slack tells of it twice: as a mention and as a message.
    await acts.quiet();
    assert.equal((await acts.botMessages(WORKSPACE.channel)).filter(({ thread_ts }) => thread_ts === posted.ts).length, 1);
  },
  'a long answer is paged in its own place': async ({ acts }) => {
    await acts.say('all commitments');
    const { updated = [], posted = [] } = await acts.click(press(acts, 'say-page-'));
    assert.deepEqual([updated.length, posted.length], [1, 0]);
  },
  'what people type reaches nobody': async ({ acts }) => {
    const { reply } = await acts.say('<!channel> <@U00000001B> *bold* "justice" – 2017 & more');
    assert.doesNotMatch(words([reply.text, reply.blocks]), /<[!@#]/);
  },
  'a direct message is answered': async ({ acts }) => {
    const { reply } = await acts.say('PE0062', { dm: true });
    assert.match(words(reply), /PE0062/);
    assert.equal(reply.thread_ts ?? null, null);
  },
  'a question in Spanish gets a Spanish answer': async ({ acts }) => {
    const { reply } = await acts.say('¿cuántos compromisos hay?', { dm: true });
    assert.match(words(reply), /104 compromisos/);
  },
  'a slash command is answered in its response, for one person': async ({ acts, look }) => {
    const { ack, posted } = await acts.slash('/ogp PE0062');
    assert.equal(ack.body.response_type, 'ephemeral');
    assert.match(words(ack.body), /PE0062/);
    assert.equal(posted, undefined);
    look('command', ack.body);
  },
  'an answer can be shared with the channel': async ({ acts }) => {
    const { responses = [], posted = [] } = await acts.click(press(acts, 'share'));
    assert.equal(inChannel(responses).length + posted.length, 1);
  },
  'help comes with the command': async ({ acts }) => {
    const { ack } = await acts.slash('/ogp help');
    assert.match(words(ack.body), /Peru/);
  },
  'the shortcut opens a form whose answer takes its place': async ({ acts, look }) => {
    await acts.shortcut('find_commitments');
    assert.equal(acts.last.modal.callback_id, 'find_commitments');
    look('form', acts.last.modal);
    const { ack } = await acts.submit(JSON.stringify({ area: 'Justice', year: '2017', member: 'Peru' }));
    assert.equal(ack.body.response_action, 'update');
    assert.match(words(ack.body.view), /PE0082/);
    look('result', ack.body.view);
  },
  'a choice that the catalog does not have is told beside its field': async ({ acts }) => {
    await acts.shortcut('find_commitments');
    const { ack } = await acts.submit(JSON.stringify({ area: 'Nowhere' }));
    assert.deepEqual([ack.body.response_action, Object.keys(ack.body.errors)], ['errors', ['area']]);
    acts.last.modal = undefined;
  },
  'the message shortcut looks up the IDs of a message': async ({ acts }) => {
    await acts.say('PE0084');
    const { views } = await acts.messageShortcut('look_up_ids');
    assert.match(words(views), /PE0084/);
  },
  'the home page says what the bot can do and opens the form': async ({ acts, look }) => {
    const { view } = await acts.home();
    assert.match(words(view.blocks), /Peru/);
    look('home', view);
    acts.last.reply = undefined;
    const { views } = await acts.click('open-find');
    assert.equal(views.at(-1).callback_id, 'find_commitments');
    acts.last.modal = undefined;
  },
  'what is to be followed is previewed': async ({ acts, look }) => {
    const { reply } = await acts.say('new resources for Peru every Monday at 9:00 Lima time');
    assert.match(words(reply), /Every Monday at 09:00 \(America\/Lima\) I would post here/);
    look('follow-preview', reply);
  },
  'a yes lets the channel follow it': async ({ acts, look }) => {
    const { posted = [] } = await acts.click(press(acts, 'say-choice-0'));
    assert.match(words(posted), /Done\. Every Monday/);
    look('follow-done', posted.at(-1));
  },
  'what the channel follows is listed, and can be paused and stopped': async ({ acts, look }) => {
    const { reply } = await acts.say('what is this channel following?');
    assert.match(words(reply), /Resources: Peru/);
    look('follow-list', reply);
    assert.match(words((await acts.click(press(acts, 'say-choice-0'))).posted), /Paused/);
    assert.match(words((await acts.say('stop number 1')).reply), /Stopped/);
  },
  'what a person follows alone is on their home page': async ({ acts, look }) => {
    await acts.say('follow PE0062', { dm: true });
    await acts.say('yes', { dm: true });
    const { view } = await acts.home();
    assert.match(words(view.blocks), /PE0062.*Another day or time/);
    look('follow-home', view);
    assert.match(words((await acts.say('stop', { dm: true })).reply), /Stopped/);
  },
  'a link gets a preview': async ({ acts }) => {
    const { unfurls } = await acts.link('https://www.opengovpartnership.org/members/peru/commitments/PE0062/');
    assert.match(words(unfurls), /PE0062/);
  },
  'an event that is sent again is not answered again': async ({ acts }) => {
    await acts.say('PE0099');
    await acts.retry();
  },
  'everything is as the official types want it and within the limits': async ({ acts }) => {
    const surfaces = surfacesIn(await acts.everything());
    assert(surfaces.length > 10, `only ${surfaces.length} messages and views were found`);
    assert.deepEqual(checkSurfaces(surfaces), []);
  },
};

/** What only requests need. */
export const requests = {
  'the address is verified': ({ acts }) => acts.verifyUrl(),
  'a request with another signature is refused': ({ acts }) => acts.badSignature(),
  'a request that was changed on its way is refused': ({ acts }) => acts.tamperedBody(),
  'an old request is refused': ({ acts }) => acts.staleTimestamp(),
  'a certificate check is answered and does nothing': ({ acts }) => acts.sslCheck(),
  'a call that Slack limits is made again after the time it named': async ({ acts, limits }) => {
    limits['chat.postMessage'] = { times: 1, seconds: 1 };
    const { ms } = await acts.say('PE0062');
    assert(ms >= 1000, `answered after ${ms} ms`);
  },
};

/** What only several workspaces need. */
export const installs = {
  'a workspace installs the app and is answered': async ({ acts }) => {
    await acts.oauth();
    const { reply } = await acts.say('PE0062', { dm: true });
    assert.match(words(reply), /PE0062/);
  },
  'a workspace that removes the app is forgotten': async ({ acts }) => {
    await acts.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [WORKSPACE.botUserId] } });
    await acts.event({ type: 'app_uninstalled' });
    const { ack } = await acts.slash('/ogp PE0062');
    assert.doesNotMatch(words(ack.body), /Reusable/);
  },
};

const connected = async (acts, socket, before) => acts.until('another connection', async () => socket.connections.find(({ id }) => !before.has(id)), 30_000);

/** What only connections need. */
export const connections = {
  ...Object.fromEntries(['refresh_requested', 'warning', 'link_disabled'].map(reason => [
    `after ${reason} there is another connection, and the bot answers`, async ({ acts, socket }) => {
      const before = new Set(socket.connections.map(({ id }) => id));
      socket.disconnect(reason);
      await connected(acts, socket, before);
      const { reply } = await acts.say('PE0062', { dm: true });
      assert.match(words(reply), /PE0062/);
    },
  ])),
  'a refresh leaves no moment without a connection': async ({ acts, socket }) => {
    const before = new Set(socket.connections.map(({ id }) => id));
    socket.disconnect('refresh_requested');
    await connected(acts, socket, before);
    assert(socket.connections.some(({ id }) => before.has(id)), 'the old connection was left before the new one was there');
  },
  'everything was acknowledged in time': async ({ socket }) => {
    assert.deepEqual(socket.log.filter(({ acked }) => acked === false), []);
    assert.deepEqual(socket.log.filter(({ type }) => type === 'unexpected'), []);
  },
  'without a signing secret nothing is taken over HTTP': async ({ url }) => {
    const answer = await fetch(`${url}/slack/interactivity`, { method: 'POST', body: new URLSearchParams({ payload: JSON.stringify(globalShortcut('find_commitments', { user: WORKSPACE.users.alice })) }) });
    assert.equal(answer.status, 404);
  },
};

// What people do with the bot in Teams. Each step returns what it found wrong; they share one installation and run in this order.
import { adaptiveCardFindings } from './adaptive-card.mjs';
import { people } from './playground.mjs';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MOST_MILLISECONDS = 500;

export const cardOf = activity => activity?.attachments?.find(({ contentType }) => contentType === CARD)?.content;
export const textOf = card => JSON.stringify(card ?? {});
export const expect = (what, ok) => (ok ? [] : [what]);

/** One message, one card in it that holds these words, nothing beside it. */
function oneCard({ said }, ...words) {
  const card = cardOf(said[0]);
  return [
    ...expect(`${said.length} messages instead of one`, said.length === 1),
    ...expect('text beside the card: Teams makes two messages of that', said[0]?.text === undefined),
    ...expect('no summary for the notification', said[0]?.summary),
    ...(card ? adaptiveCardFindings(card) : ['no card']),
    ...words.flatMap(word => expect(`"${word}" is not on the card`, textOf(card).includes(word))),
  ];
}

function results({ answered }) {
  const extension = answered[0]?.composeExtension;
  const attachments = extension?.attachments ?? [];
  return [
    ...expect(`a ${extension?.type ?? 'nothing'} instead of a result`, extension?.type === 'result'),
    ...expect('no result', attachments.length > 0),
    ...attachments.flatMap(({ content }) => [...adaptiveCardFindings(content), ...expect(`version ${content.version} instead of 1.3`, content.version === '1.3')]),
    ...attachments.flatMap(({ preview }) => expect('a result without a title', preview?.content?.title)),
  ];
}

export const steps = {
  async 'installed, it introduces itself once'({ playground }) {
    const found = await playground.settled();
    const kinds = found.sent.map(({ type }) => type).sort();
    return [...expect(`installing sends ${kinds}`, kinds.includes('installationUpdate') && kinds.includes('conversationUpdate')), ...oneCard(found, 'starred commitments')];
  },

  async 'a question is answered with a card'({ playground, picture }) {
    const found = await playground.say('Peru justice commitments 2017');
    await picture('personal');
    return [...oneCard(found, 'PE0082', 'PE0083'), ...expect('not an answer to what was said', found.said[0].replyToId === found.sent[0].id)];
  },

  async 'an ID alone is a question'({ playground, picture }) {
    const found = await playground.say('PE0062');
    await picture('single');
    return oneCard(found, 'PE0062');
  },

  async 'what is to be followed is previewed, and followed after a yes'({ playground, picture }) {
    const shown = await playground.say('new resources for Peru every Monday at 9:00 Lima time');
    await picture('follow-preview');
    const found = await playground.click('Yes, follow');
    const [invoked] = found.answered;
    await picture('follow-done');
    return [...oneCard(shown, 'America/Lima'), ...adaptiveCardFindings(invoked?.value), ...expect('not set', textOf(invoked?.value).includes('Done. Every Monday'))];
  },

  async 'what is followed is listed and stopped'({ playground, picture }) {
    const found = await playground.say('what am I following?');
    await picture('follow-list');
    const stopped = await playground.click('Stop 1');
    return [...oneCard(found, 'Resources: Peru'), ...expect('not stopped', textOf(stopped.answered[0]?.value).includes('Stopped'))];
  },

  async 'pages follow each other in the same card'({ playground, picture }) {
    const first = await playground.say('commitments in 2012');
    const before = await playground.cards.count();
    const found = await playground.click(/^Next/);
    await picture('paged');
    const [invoked] = found.answered;
    return [
      ...oneCard(first, 'Next (page 2'),
      ...expect(`the click sent ${found.sent[0].name}`, found.sent[0].name === 'adaptiveCard/action'),
      ...expect(`the answer is a ${invoked?.type}`, invoked?.type === CARD && invoked.statusCode === 200),
      ...adaptiveCardFindings(invoked?.value),
      ...expect('a message was sent besides', found.said.length === 0),
      ...expect('another card appeared', await playground.cards.count() === before),
      ...expect('the card shows the first page still', (await playground.cards.last().innerText()).includes('11.')),
    ];
  },

  async 'an answer can be judged'({ playground }) {
    const found = await playground.click('👍 Yes');
    return expect('no thanks', found.answered[0]?.type === 'application/vnd.microsoft.activity.message' && /Thank/.test(found.answered[0].value));
  },

  async 'a click of an old client takes the place of the card too'({ playground, host }) {
    const shown = await playground.say('commitments in 2015');
    const id = shown.entries.find(({ request }) => request?.body?.attachments)?.response?.body?.id;
    const found = await playground.activity({ type: 'message', value: { says: 'PE0062' }, replyToId: id }, { answer: true });
    const [update] = found.entries.filter(({ request }) => request?.body?.attachments);
    return [...expect('no answer', textOf(cardOf(update?.request?.body)).includes('PE0062')), ...expect(`${update?.method ?? update?.request?.method} of ${id}`, JSON.stringify(update ?? {}).includes(String(id)))];
  },

  async 'a reaction is taken and not answered'({ playground }) {
    const found = await playground.activity({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' });
    return expect('it said something', found.said.length === 0);
  },

  async 'a search while writing finds commitments'({ playground, picture }) {
    const found = await playground.search('justice');
    const listed = await playground.page.getByText(found.answered[0].composeExtension.attachments[0].preview.content.title).count();
    await picture('search');
    await playground.close();
    return [...results(found), ...expect('the client does not list it', listed > 0)];
  },

  async 'a link becomes a preview'({ playground, picture }) {
    const found = await playground.unfurl('https://www.opengovpartnership.org/members/peru/commitments/PE0062/');
    await picture('link');
    await playground.close();
    return [...results(found), ...expect('not that commitment', textOf(found.answered[0]).includes('PE0062'))];
  },

  async 'mentioned in a channel, it answers in the thread'({ playground, picture }) {
    await playground.open('Justice');
    const found = await playground.say('Peru justice commitments 2017', { mention: true, button: 'Post' });
    await picture('channel');
    const message = found.said.filter(cardOf).at(-1);
    return [
      ...oneCard({ said: [message] }, 'PE0082', 'PE0083'),
      ...expect('not in the thread', message?.conversation.id === found.sent.at(-1).conversation.id && message.conversation.id.includes(';messageid=')),
      ...expect('nobody was mentioned', found.sent.at(-1).text.includes(`<at>${people.botName}</at>`)),
    ];
  },

  async 'mentioned in a group, it answers there'({ playground, picture }) {
    await playground.open('Group Chat');
    const found = await playground.say('¿cuántos compromisos hay en 2019?', { mention: true });
    await picture('group');
    return oneCard({ said: found.said.filter(cardOf).slice(-1) }, '2019');
  },
};

/** Searches and links as Teams posts them, without the playground in between: valid and quick enough for whoever is typing. */
export const invokes = {
  async 'searches and links are answered in time'({ post }) {
    const findings = [];
    const parameters = text => ({ commandId: 'search', parameters: [{ name: 'query', value: text }], queryOptions: { skip: 0, count: 25 } });
    const asked = [
      ...['justice', 'peru', 'PE0062', 'commitments in 2012', 'compromisos destacados', 'IRM reports', 'zzzz qqqq', ''].map(text => ['composeExtension/query', parameters(text), text]),
      ['composeExtension/queryLink', { url: 'https://www.opengovpartnership.org/members/peru/commitments/PE0062/' }, 'link of PE0062'],
      ['composeExtension/queryLink', { url: 'https://www.opengovpartnership.org/members/peru/' }, 'link of Peru'],
      ['composeExtension/queryLink', { url: 'https://evil.example/PE0062' }, 'another link'],
    ];
    for (const [name, value, what] of asked) {
      const start = performance.now();
      const answer = await post({ type: 'invoke', name, value });
      const took = Math.round(performance.now() - start);
      if (took > MOST_MILLISECONDS) findings.push(`${what}: ${took} ms`);
      for (const { content } of answer.composeExtension?.attachments ?? []) findings.push(...adaptiveCardFindings(content).map(finding => `${what}: ${finding}`), ...expect(`${what}: version ${content.version}`, content.version === '1.3'));
      if (!answer.composeExtension) findings.push(`${what}: no composeExtension`);
      if (what === 'another link' && answer.composeExtension?.attachments?.length) findings.push('a preview of another site');
    }
    return findings;
  },
};

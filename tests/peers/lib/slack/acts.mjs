// What a person in the workspace does, and what Slack then sends to the app. Talks to the workspace and the bot by HTTP only.
import { randomUUID } from 'node:crypto';
import { splitOnce } from './text.mjs';
import { nowSeconds, postForm, postSigned, signature } from './signing.mjs';
import { WORKSPACE, blockActions, elementsOf, envelope, escapeText, globalShortcut, identified, messageShortcut, slackJson, slashCommand, urlVerification, viewClosed, viewSubmission } from './payloads.mjs';

export class Failure extends Error {
  constructor(message, detail) { super(message); this.detail = detail; }
}

const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

export class Acts {
  /** `targets`: the bot's URLs — events, commands, interactivity, install. */
  constructor({ url, signingSecret, targets, timeoutMs = 10_000, quietMs = 700, user = WORKSPACE.users.alice }) {
    Object.assign(this, { url, signingSecret, targets, timeoutMs, quietMs, user });
    this.answers = []; // bodies of acknowledgements
    this.last = {}; // event delivered, reply received, modal opened
  }

  async api(method, fields = {}, token = this.user.token) {
    const answer = await fetch(`${this.url}/api/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])).toString(),
    });
    const body = await answer.json();
    if (!body.ok) throw new Failure(`${method}: ${body.error ?? answer.status}`, body);
    return body;
  }

  async peer(path) { return (await fetch(`${this.url}/_peer/${path}`)).json(); }

  async until(what, probe, timeoutMs = this.timeoutMs) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const found = await probe();
      if (found) return found;
      if (Date.now() > deadline) throw new Failure(`timed out after ${timeoutMs} ms waiting for ${what}`);
      await sleep(40);
    }
  }

  /** Long enough for what should not come. */
  quiet() { return sleep(this.quietMs); }

  async dmChannel() {
    const { channel } = await this.api('conversations.open', { users: WORKSPACE.botUserId });
    return { id: channel.id, name: 'directmessage' };
  }

  /** Another channel, with the bot in it. */
  async channel(name) {
    const { channel } = await this.api('conversations.create', { name });
    await this.api('conversations.invite', { channel: channel.id, users: WORKSPACE.botUserId });
    return { id: channel.id, name };
  }

  botMessages(channel, since) {
    return this.peer('messages').then(({ messages }) => messages.filter((message) => message.channel_id === channel.id && message.user === WORKSPACE.botUserId && (!since || message.ts > since)));
  }

  async snapshot() {
    const [{ messages, ephemeral }, views] = await Promise.all([this.peer('messages'), this.peer('views')]);
    const own = messages.filter((message) => message.user === WORKSPACE.botUserId);
    return {
      messages: new Map(own.map((message) => [`${message.channel_id} ${message.ts}`, JSON.stringify([message.text, message.blocks, message.edited])])),
      ephemeral: ephemeral.length,
      views: new Map(views.map((view) => [view.id, view.hash])),
    };
  }

  /** Everything the bot has done in the workspace since `before`. */
  async effects(before, responseId) {
    const [{ messages, ephemeral }, views, responses] = await Promise.all([this.peer('messages'), this.peer('views'), responseId ? this.peer(`response/${responseId}`) : []]);
    const own = messages.filter((message) => message.user === WORKSPACE.botUserId);
    const key = (message) => `${message.channel_id} ${message.ts}`;
    return {
      responses,
      posted: own.filter((message) => !before.messages.has(key(message))),
      updated: own.filter((message) => before.messages.has(key(message)) && before.messages.get(key(message)) !== JSON.stringify([message.text, message.blocks, message.edited])),
      ephemeral: ephemeral.slice(before.ephemeral),
      views: views.filter((view) => before.views.get(view.id) !== view.hash),
    };
  }

  remember(effects, channel) {
    const message = effects.updated.at(-1) ?? effects.posted.at(-1);
    if (message) this.lookAt(message, channel);
    else if (effects.responses.at(-1)?.blocks) this.last.reply = { message: { type: 'message', user: WORKSPACE.botUserId, bot_id: WORKSPACE.botId, ts: this.last.reply?.message.ts ?? `${nowSeconds()}.000900`, is_ephemeral: effects.responses.at(-1).response_type !== 'in_channel', ...effects.responses.at(-1) }, channel: channel ?? WORKSPACE.channel };
    const modal = effects.views.filter((view) => view.type === 'modal').at(-1);
    if (modal) this.last.modal = asView(modal);
  }

  /** What is clicked next is on this message. */
  lookAt(message, channel) { this.last.reply = { message: asSeen(message), channel: { id: message.channel_id, name: channel?.name ?? message.channel_id } }; }

  /** All that the bot has written: messages, ephemeral messages, views, responses, unfurls. */
  async everything() {
    const [{ messages, ephemeral }, views, responses] = await Promise.all([this.peer('messages'), this.peer('views'), this.peer('responses')]);
    const own = [...messages, ...ephemeral].filter((message) => message.user === WORKSPACE.botUserId);
    return { messages: own, views, responses, answers: this.answers };
  }

  async trigger(view) {
    const { trigger_id } = await this.api('views.generateTriggerId', { user_id: this.user.id, ...(view ? { view_id: view.id } : {}) }, WORKSPACE.botToken);
    return trigger_id;
  }

  responseUrl() {
    const id = randomUUID();
    return { id, response_url: `${this.url}/_peer/response/${id}` };
  }

  // ---- events

  /** A person posts: in the channel with a mention of the bot, or in a direct message. Waits for the bot's answer. */
  async say(text, { dm = false, mention = !dm, channel: place = WORKSPACE.channel } = {}) {
    const channel = dm ? await this.dmChannel() : place;
    const started = performance.now();
    const full = mention ? `<@${WORKSPACE.botUserId}> ${escapeText(text)}` : escapeText(text);
    const { ts } = await this.api('chat.postMessage', { channel: channel.id, text: full });
    const reply = await this.until('the bot\'s reply', async () => {
      const read = dm || !mention ? await this.api('conversations.history', { channel: channel.id }) : await this.api('conversations.replies', { channel: channel.id, ts });
      const answers = read.messages.filter((message) => message.user === WORKSPACE.botUserId && message.ts > ts);
      return answers.sort((a, b) => (a.ts < b.ts ? -1 : 1))[0];
    }).catch(async (error) => {
      throw new Failure(error.message, { deliveries: (await this.peer('deliveries')).slice(-3).map(({ event, status_code, duration }) => ({ event, status_code, duration })), elsewhere: await this.botMessages(channel, ts) });
    });
    const ms = Math.round(performance.now() - started);
    this.last.reply = { message: asSeen(reply), channel };
    return { posted: { channel: channel.id, ts, text: full }, ms, reply };
  }

  /** Sends one inner event, as Slack would. */
  async event(event, { headers } = {}) {
    const body = slackJson(envelope({ event_ts: `${nowSeconds()}.000300`, ...event }));
    this.last.event = { body };
    const ack = await postSigned(this.targets.events, this.signingSecret, body, { headers });
    return accepted(ack);
  }

  async home() {
    const before = await this.snapshot();
    const channel = await this.dmChannel();
    const ack = await this.event({ type: 'app_home_opened', user: this.user.id, channel: channel.id, tab: 'home' });
    const view = await this.until('the published Home view', async () => (await this.effects(before)).views.find((each) => each.type === 'home' && each.user_id === this.user.id));
    return { ack, view };
  }

  async link(url) {
    const text = `<${url}>`;
    const { ts } = await this.api('chat.postMessage', { channel: WORKSPACE.channel.id, text });
    const share = { channel: WORKSPACE.channel.id, message_ts: ts, unfurl_id: `${WORKSPACE.channel.id}.${ts}.${randomUUID().replaceAll('-', '')}`, source: 'conversations_history', links: [{ url, domain: new URL(url).hostname }] };
    await fetch(`${this.url}/_peer/shares`, { method: 'POST', body: JSON.stringify(share) });
    const ack = await this.event({ type: 'link_shared', user: this.user.id, is_bot_user_member: true, event_ts: ts, ...share });
    const done = await this.until('chat.unfurl', async () => (await this.peer('shares')).find((each) => each.message_ts === ts && each.unfurls));
    return { ack, unfurls: done.unfurls };
  }

  /** The last event once more, as after a timeout: same event_id, with the retry headers. The bot must not answer again. */
  async retry() {
    const body = this.last.event?.body ?? JSON.stringify((await this.peer('deliveries')).filter(({ payload }) => payload.event.user !== WORKSPACE.botUserId).at(-1)?.payload ?? null);
    if (body === 'null') throw new Failure('there is no event to deliver again: put --say or --event first');
    const before = await this.snapshot();
    const acks = [];
    for (const retryNum of [1, 2, 3]) {
      acks.push(await postSigned(this.targets.events, this.signingSecret, body, { headers: { 'X-Slack-Retry-Num': String(retryNum), 'X-Slack-Retry-Reason': 'http_timeout' } }));
    }
    await sleep(this.quietMs);
    const { posted, updated } = await this.effects(before);
    const result = { event_id: JSON.parse(body).event_id, acks, posted_again: posted.length, updated_again: updated.length };
    if (acks.some((ack) => !ack.ok)) throw new Failure('a retried event was refused: Slack would count it as failed', result);
    if (posted.length + updated.length) throw new Failure('the bot answered the same event_id again', result);
    return result;
  }

  async verifyUrl() {
    const challenge = randomUUID();
    const ack = accepted(await postSigned(this.targets.events, this.signingSecret, slackJson(urlVerification(challenge))));
    const echoed = typeof ack.body === 'string' ? ack.body.trim() : ack.body?.challenge;
    if (echoed !== challenge) throw new Failure('the challenge was not echoed', ack);
    return ack;
  }

  /** A mention that must be refused; `how` spoils the request. */
  async refused(how) {
    const before = await this.snapshot();
    const body = slackJson(envelope({ type: 'app_mention', user: this.user.id, text: `<@${WORKSPACE.botUserId}> must not be answered`, ts: `${nowSeconds()}.000400`, channel: WORKSPACE.channel.id, event_ts: `${nowSeconds()}.000400` }));
    const answer = await postSigned(this.targets.events, this.signingSecret, body, how);
    await sleep(this.quietMs);
    const { posted } = await this.effects(before);
    if (answer.ok || answer.status < 400 || posted.length) throw new Failure('the request should have been refused', { answer, posted });
    return { answer };
  }

  badSignature() { return this.refused({ sign: (secret, timestamp, body) => signature(`${secret}x`, timestamp, body) }); }

  staleTimestamp() { return this.refused({ timestamp: nowSeconds() - 301 }); }

  /** Validly signed, then the body changed on the way. */
  tamperedBody() { return this.refused({ sign: (secret, timestamp, body) => signature(secret, timestamp, body.replace('must not', 'will not')) }); }

  /** ssl_check is the one request that needs no signature; what is smuggled in beside it must not be run. */
  async sslCheck() {
    const before = await this.snapshot();
    const form = (fields) => ({ method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ssl_check: '1', token: WORKSPACE.verificationToken, ...fields }).toString() });
    const { id, response_url } = this.responseUrl();
    const plain = await fetch(this.targets.commands, form({}));
    const command = slashCommand('/ogp smuggled', { user: this.user, channel: WORKSPACE.channel, response_url, trigger_id: 'none' });
    const smuggled = await fetch(this.targets.commands, form(command));
    const payload = await fetch(this.targets.interactivity, form({ payload: JSON.stringify(globalShortcut('find_commitments', { user: this.user, trigger_id: 'none' })) }));
    const bodies = [await smuggled.text(), await payload.text()];
    await sleep(this.quietMs);
    const effects = await this.effects(before, id);
    const result = { statuses: [plain, smuggled, payload].map(({ status }) => status) };
    if (bodies.some((body) => body.trim()) || Object.values(effects).some((each) => each.length)) throw new Failure('an unsigned command beside ssl_check was run', { ...result, bodies, effects });
    return result;
  }

  // ---- interactions: forms with a response_url and a trigger_id

  async settle(what, before, { id, channel, ack }) {
    if (!ack.ok) throw new Failure(`${what}: the bot answered ${ack.status}`, ack);
    if (ack.ms > 3000) throw new Failure(`${what}: acknowledged after ${ack.ms} ms; Slack allows 3000`, ack);
    const immediate = ack.body && ack.body !== '' ? ack.body : undefined;
    if (immediate) this.answers.push(immediate);
    const result = await this.until(`an effect of ${what}`, async () => {
      const effects = await this.effects(before, id);
      return (immediate || Object.values(effects).some((each) => each.length)) && effects;
    });
    if (immediate?.blocks) result.responses = [immediate, ...result.responses];
    this.remember(result, channel);
    return { ack, ...Object.fromEntries(Object.entries(result).filter(([, each]) => each.length)) };
  }

  async slash(line, { dm = false } = {}) {
    const before = await this.snapshot();
    const channel = dm ? await this.dmChannel() : WORKSPACE.channel;
    const { id, response_url } = this.responseUrl();
    const ack = await postForm(this.targets.commands, this.signingSecret, slashCommand(line, { user: this.user, channel, response_url, trigger_id: await this.trigger() }));
    return this.settle(line, before, { id, channel, ack });
  }

  async interact(what, payload, { id, channel, before }) {
    const ack = await postForm(this.targets.interactivity, this.signingSecret, { payload: slackJson(payload) });
    return this.settle(what, before, { id, channel, ack });
  }

  /** `action_id` or `action_id=value`, on the last reply (or the open modal, or the Home view). */
  async click(spec) {
    const [actionId, value] = splitOnce(spec, '=');
    const before = await this.snapshot();
    const { message, channel } = this.last.reply ?? {};
    const find = (blocks) => [...elementsOf(blocks)].find(({ element }) => element.action_id === actionId);
    const onMessage = message && find(message.blocks);
    const view = onMessage ? undefined : (await this.peer('views')).filter((each) => each.user_id === this.user.id && find(each.blocks)).map(asView).at(-1);
    const found = onMessage ?? (view && find(view.blocks));
    if (!found) throw new Failure(`no element has the action_id '${actionId}'`, { action_ids: message ? [...elementsOf(message.blocks)].map(({ element }) => element.action_id) : [] });
    const { id, response_url } = this.responseUrl();
    const payload = blockActions({ ...found, value, user: this.user, channel, message: onMessage && message, view, response_url, trigger_id: await this.trigger(view?.type === 'modal' ? view : undefined) });
    return this.interact(`a click on ${actionId}`, payload, { id, channel, before });
  }

  /** `{"action_id":"value"}` in the open modal. An empty ack closes it; response_action errors keep it open. */
  async submit(json) {
    const view = this.last.modal;
    if (!view) throw new Failure('no modal is open');
    const before = await this.snapshot();
    const payload = viewSubmission(view, { user: this.user, trigger_id: await this.trigger(view), values: JSON.parse(json) });
    const ack = accepted(await postForm(this.targets.interactivity, this.signingSecret, { payload: slackJson(payload) }));
    await sleep(this.quietMs);
    const effects = await this.effects(before);
    const action = ack.body?.response_action;
    if (!action || action === 'clear') this.last.modal = undefined;
    this.remember(effects);
    return { ack, ...Object.fromEntries(Object.entries(effects).filter(([, each]) => each.length)) };
  }

  /** Slack tells the app of a closed modal only when the modal asked for it. */
  async closeModal() {
    const view = this.last.modal;
    if (!view) throw new Failure('no modal is open');
    this.last.modal = undefined;
    if (!view.notify_on_close) return { notified: false };
    return { ack: accepted(await postForm(this.targets.interactivity, this.signingSecret, { payload: slackJson(viewClosed(view, { user: this.user })) })) };
  }

  async shortcut(callbackId) {
    const before = await this.snapshot();
    return this.interact(`the shortcut ${callbackId}`, globalShortcut(callbackId, { user: this.user, trigger_id: await this.trigger() }), { before });
  }

  async messageShortcut(callbackId) {
    const { message, channel } = this.last.reply ?? {};
    if (!message) throw new Failure('a message shortcut needs a message: put --say first');
    const before = await this.snapshot();
    const { id, response_url } = this.responseUrl();
    return this.interact(`the message shortcut ${callbackId}`, messageShortcut(callbackId, { user: this.user, trigger_id: await this.trigger(), channel, message, response_url }), { id, channel, before });
  }

  /** Installs the app as a person would: the bot's install page, Slack's consent page, the bot's redirect page. */
  async oauth() {
    const jar = new Map();
    const visit = async (url, init = {}) => {
      const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, ...(jar.size ? { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}) } });
      for (const cookie of answer.headers.getSetCookie()) { const [name, value] = splitOnce(cookie.split(';')[0], '='); jar.set(name, value); }
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
    };
    const install = await visit(this.targets.install);
    const consentUrl = install.location ?? /href="([^"]*\/oauth\/v2\/authorize[^"]*)"/.exec(install.text)?.[1]?.replaceAll('&amp;', '&');
    if (!consentUrl) throw new Failure('the install page leads to no /oauth/v2/authorize', install);
    const consent = await visit(consentUrl);
    if (consent.status !== 200) throw new Failure('Slack refused the authorize request', { consentUrl, status: consent.status, text: consent.text.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim() });
    const asked = new URL(consentUrl).searchParams;
    const form = Object.fromEntries(['redirect_uri', 'scope', 'user_scope', 'state', 'client_id'].map((name) => [name, asked.get(name) ?? '']));
    const agreed = await visit(`${this.url}/oauth/v2/authorize/callback`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ user_id: this.user.id, ...form }).toString() });
    if (!agreed.location) throw new Failure('no redirect after consent', agreed);
    const done = await visit(agreed.location);
    if (done.status >= 400) throw new Failure('the bot\'s redirect page failed', done);
    return { authorize: Object.fromEntries(asked), redirect: agreed.location.replace(/code=[^&]+/, 'code=…'), status: done.status, location: done.location };
  }
}

/** A message or view of the store as Slack shows it to the app. */
const asSeen = ({ channel_id, id, created_at, updated_at, reply_count, reply_users, reactions, ...message }) => ({ ...message, blocks: identified(message.blocks) });
const asView = ({ user_id, created, updated, created_at, updated_at, ...view }) => ({ ...view, blocks: identified(view.blocks) });

function accepted(ack) {
  if (!ack.ok) throw new Failure(`the bot answered ${ack.status}`, ack);
  if (ack.ms > 3000) throw new Failure(`acknowledged after ${ack.ms} ms; Slack allows 3000`, ack);
  return ack;
}

// The payloads that Slack sends to an app, in the shapes its documentation and its official SDK types give.
import { randomBytes } from 'node:crypto';
import { nowSeconds } from './signing.mjs';

export const WORKSPACE = Object.freeze({
  team: { id: 'T000000001', domain: 'ogp-workspace', name: 'OGP Workspace' },
  appId: 'A000000042',
  botId: 'B000000042',
  botUserId: 'U00000B0T',
  botName: 'ogp-bot',
  clientId: '1000000001.1000000042',
  clientSecret: 'peer-client-secret',
  signingSecret: 'peer-signing-secret-0123456789abcdef',
  verificationToken: 'peer-verification-token',
  botToken: 'xoxb-peer-bot',
  appToken: 'xapp-peer-app',
  users: {
    alice: { id: 'U00000001A', name: 'alice', real_name: 'Alice Quispe', token: 'xoxp-peer-alice' },
    bruno: { id: 'U00000001B', name: 'bruno', real_name: 'Bruno Diaz', token: 'xoxp-peer-bruno' },
  },
  channel: { id: 'C00000OGP1', name: 'open-government' },
});

const id = (prefix) => prefix + randomBytes(5).toString('hex').toUpperCase().slice(0, 9);
export const eventId = () => id('Ev0');

/** JSON as Slack's HTTP requests carry it: slashes and other alphabets escaped. A signature made over re-written JSON fails. */
export const slackJson = (value) => JSON.stringify(value).replace(/\//g, '\\/').replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON as Slack's sockets carry it: <, > and & escaped. */
export const socketJson = (value) => JSON.stringify(value).replace(/[<>&]/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`);

/** What Slack does to text a person types: the three control characters become entities. */
export const escapeText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const unescapeText = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The rich_text block Slack adds to a message that a person typed. */
export function richText(text) {
  const elements = [];
  for (const part of text.split(/(<@[A-Z0-9]+>|<https?:[^>]+>)/).filter(Boolean)) {
    const user = /^<@([A-Z0-9]+)>$/.exec(part);
    const link = /^<(https?:[^|>]+)(?:\|([^>]*))?>$/.exec(part);
    if (user) elements.push({ type: 'user', user_id: user[1] });
    else if (link) elements.push({ type: 'link', url: unescapeText(link[1]), ...(link[2] ? { text: link[2] } : {}) });
    else elements.push({ type: 'text', text: unescapeText(part) });
  }
  return [{ type: 'rich_text', block_id: id('rt'), elements: [{ type: 'rich_text_section', elements }] }];
}

/** Events API: the outer event_callback around one inner event. */
export function envelope(event, { event_id = eventId(), event_time = nowSeconds() } = {}) {
  const { team, appId, botUserId, verificationToken } = WORKSPACE;
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id,
    event_time,
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: botUserId, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: `4-${Buffer.from(JSON.stringify({ et: event.type, tid: team.id, aid: appId, cid: event.channel })).toString('base64url')}`,
  };
}

export const urlVerification = (challenge) => ({ token: WORKSPACE.verificationToken, challenge, type: 'url_verification' });

/** Slash command: the fields of the form. */
export function slashCommand(line, { user, channel, response_url, trigger_id }) {
  const [, command, text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  if (!command) throw new Error(`a slash command starts with '/': ${line}`);
  const { team, appId, verificationToken } = WORKSPACE;
  return {
    token: verificationToken, team_id: team.id, team_domain: team.domain,
    channel_id: channel.id, channel_name: channel.name, user_id: user.id, user_name: user.name,
    command, text: escapeText(text), api_app_id: appId, is_enterprise_install: 'false', response_url, trigger_id,
  };
}

const userOf = (user) => ({ id: user.id, username: user.name, name: user.name, team_id: WORKSPACE.team.id });
const common = (type, user, trigger_id) => ({
  type,
  token: WORKSPACE.verificationToken,
  user: userOf(user),
  team: { id: WORKSPACE.team.id, domain: WORKSPACE.team.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: WORKSPACE.appId,
  ...(trigger_id ? { trigger_id } : {}),
});

export const globalShortcut = (callback_id, { user, trigger_id }) =>
  ({ ...common('shortcut', user, trigger_id), callback_id, action_ts: `${nowSeconds()}.000100` });

export const messageShortcut = (callback_id, { user, trigger_id, channel, message, response_url }) => ({
  ...common('message_action', user, trigger_id), callback_id, action_ts: `${nowSeconds()}.000100`,
  message_ts: message.ts, channel: { id: channel.id, name: channel.name }, message, response_url,
});

/** Slack gives a block_id to each block that came without one. */
export const identified = (blocks = []) => blocks.map((block, index) => (block.block_id ? block : { ...block, block_id: `peer${index}` }));

/** Every interactive element of a message or a view, with its block. */
export function* elementsOf(blocks = []) {
  for (const block of blocks) {
    for (const element of [block.accessory, block.element, ...(block.type === 'actions' ? block.elements : [])]) {
      if (element?.action_id) yield { block, element };
    }
  }
}

/** What one element reports when a person has used it; `value` chooses among options or fills a field. */
export function elementState(element, value) {
  const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  const option = options.find((candidate) => candidate.value === value) ?? (value === undefined ? options[0] : { text: { type: 'plain_text', text: value }, value });
  const base = { type: element.type };
  switch (element.type) {
    case 'button': case 'workflow_button': return { ...base, text: element.text, ...(element.value !== undefined ? { value: element.value } : {}), ...(element.url ? { url: element.url } : {}), ...(element.style ? { style: element.style } : {}) };
    case 'static_select': case 'external_select': case 'radio_buttons': case 'overflow': return { ...base, selected_option: option ?? null };
    case 'multi_static_select': case 'multi_external_select': case 'checkboxes': return { ...base, selected_options: option ? [option] : [] };
    case 'datepicker': return { ...base, selected_date: value ?? element.initial_date ?? null };
    case 'timepicker': return { ...base, selected_time: value ?? element.initial_time ?? null };
    case 'users_select': return { ...base, selected_user: value ?? null };
    case 'conversations_select': return { ...base, selected_conversation: value ?? null };
    case 'channels_select': return { ...base, selected_channel: value ?? null };
    default: return { ...base, value: value ?? element.initial_value ?? null };
  }
}

/** A field that nobody filled in. */
function untouched(element) {
  switch (element.type) {
    case 'static_select': case 'external_select': case 'radio_buttons': return { type: element.type, selected_option: element.initial_option ?? null };
    case 'multi_static_select': case 'multi_external_select': case 'checkboxes': return { type: element.type, selected_options: element.initial_options ?? [] };
    default: return elementState(element);
  }
}

export function stateOf(blocks, values = {}) {
  const state = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (element.type === 'button' || element.type === 'overflow') continue;
    (state[block.block_id] ??= {})[element.action_id] = element.action_id in values ? elementState(element, values[element.action_id]) : untouched(element);
  }
  return { values: state };
}

/** block_actions on a message (`message` + `channel`) or on a view (`view`). */
export function blockActions({ element, block, value, user, channel, message, view, response_url, trigger_id }) {
  const container = view
    ? { type: 'view', view_id: view.id }
    : { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: Boolean(message.is_ephemeral), ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}) };
  return {
    ...common('block_actions', user, trigger_id),
    container,
    ...(view ? { view } : { channel: { id: channel.id, name: channel.name }, message, state: stateOf(message.blocks), response_url }),
    actions: [{ action_id: element.action_id, block_id: block.block_id, ...elementState(element, value), action_ts: `${nowSeconds()}.000200` }],
  };
}

/** view_submission of an open modal, its inputs filled from `values` (action_id → value). */
export const viewSubmission = (view, { user, trigger_id, values }) => ({
  ...common('view_submission', user, trigger_id),
  view: { ...view, state: stateOf(view.blocks, values), app_installed_team_id: WORKSPACE.team.id },
  response_urls: [],
});

/** view_closed of a modal that asked for notify_on_close. */
export const viewClosed = (view, { user }) => ({ ...common('view_closed', user), view, is_cleared: false });

// A card as Microsoft's own parser reads it, at the version that it declares, and the limits of Teams.
import { createRequire } from 'node:module';

const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const HIGHEST = '1.5';
const MOST_BYTES = 25 * 1024;
const MOST_ACTIONS = 6;

// Properties that the card schema or Teams define and the parser handles outside its schema.
const EVERYWHERE = ['type', 'fallback', 'requires', 'msteams'];
const ALSO = {
  AdaptiveCard: ['$schema', 'body', 'actions'], Container: ['items'], Column: ['items'], ColumnSet: ['columns'], ActionSet: ['actions'],
  RichTextBlock: ['inlines'], 'Action.Execute': ['data', 'verb'], 'Action.Submit': ['data'],
};

const version = text => AC.Version.parse(text, new AC.SerializationContext());
const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

function* objects(node) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield node;
  for (const each of Object.values(node)) yield* objects(each);
}

function unknownProperties(parsed, source) {
  const schema = parsed.getSchema();
  const known = new Set([...EVERYWHERE, ...(ALSO[parsed.getJsonTypeName?.()] ?? [])]);
  for (let i = 0; i < schema.getCount(); i++) known.add(schema.getItemAt(i).name);
  return Object.keys(source).filter(name => !known.has(name)).map(name => `${source.type} has no property "${name}"`);
}

/** @returns {string[]} what is wrong with it */
export function adaptiveCardFindings(card) {
  if (!isObject(card) || card.type !== 'AdaptiveCard') return ['is not an Adaptive Card'];
  const declared = typeof card.version === 'string' ? version(card.version) : undefined;
  if (!declared?.isValid) return [`has no version: ${JSON.stringify(card.version)}`];
  const found = [];
  if (declared.compareTo(version(HIGHEST)) > 0) found.push(`version ${card.version} is above ${HIGHEST}`);
  const context = new AC.SerializationContext(declared);
  context.cardObjectParsed = (parsed, source) => { if (isObject(source)) found.push(...unknownProperties(parsed, source)); };
  const parsed = new AC.AdaptiveCard();
  parsed.hostConfig = new AC.HostConfig({ supportsInteractivity: true, actions: { maxActions: MOST_ACTIONS } });
  parsed.parse(card, context);
  found.push(...unknownProperties(parsed, card));
  for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
  for (const event of parsed.validateProperties().validationEvents) if (event.event !== AC.ValidationEvent.Hint) found.push(event.message);

  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) found.push(`takes ${bytes} bytes, at most ${MOST_BYTES}`);
  if (!card.fallbackText?.trim()) found.push('has no fallbackText');
  if (!card.body?.length) found.push('has no body');
  const sets = [card, ...(card.body ?? []).filter(each => each.type === 'ActionSet')];
  const buttons = sets.reduce((sum, set) => sum + (set.actions?.length ?? 0), 0);
  if (buttons > MOST_ACTIONS) found.push(`has ${buttons} buttons, at most ${MOST_ACTIONS}`);
  for (const each of objects(card)) {
    if (each.type === 'Table') found.push('has a Table, which phones squeeze');
    if (each.type === 'Action.Execute' && (!(each.data?.says || each.data?.feedback) || JSON.stringify(each.fallback?.data) !== JSON.stringify(each.data))) found.push('a click without the same fallback');
  }
  return found;
}

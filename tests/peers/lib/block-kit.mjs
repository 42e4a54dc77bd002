// Blocks of a Slack message: their types by the TypeScript compiler against Slack's own @slack/types, and the limits that its documentation gives in words.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const MOST_BLOCKS = 50;
const MOST_CHARACTERS = 10_000;

/** @param {{name: string, blocks: unknown}[]} messages @returns {Map<string, string[]>} what is wrong, by name */
export function blockKitFindings(messages) {
  const found = new Map(messages.map(({ name, blocks }) => [name, limits(blocks)]));
  for (const [name, message] of typeErrors(messages)) found.get(name).push(message);
  return found;
}

// One program for all messages: starting the compiler is what takes time.
function typeErrors(messages) {
  const here = dirname(fileURLToPath(import.meta.url));
  const head = "import type { KnownBlock } from '@slack/types';\n";
  const files = new Map(messages.map(({ blocks }, index) => [join(here, `message${index}.ts`), `${head}export const blocks: KnownBlock[] = ${JSON.stringify(blocks ?? null)};\n`]));
  const options = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, language, ...rest) => (files.has(name) ? ts.createSourceFile(name, files.get(name), language, true) : getSourceFile.call(host, name, language, ...rest));
  host.fileExists = name => files.has(name) || fileExists.call(host, name);
  host.readFile = name => files.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((file, index) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map(diagnostic => [messages[index].name, innermost(diagnostic.messageText)]));
}

/** The last message of a chain says what is wrong; the first repeats the whole type. */
function innermost(text) {
  let deepest = text;
  while (deepest.next?.length) deepest = deepest.next.at(-1);
  return deepest.messageText ?? deepest;
}

const length = text => [...(text ?? '')].length;

function* objects(node) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield node;
  for (const each of Object.values(node)) yield* objects(each);
}

function limits(blocks) {
  if (!Array.isArray(blocks) || blocks.length === 0) return ['has no blocks'];
  const found = [];
  const between = (value, least, most, what) => { if (value < least || value > most) found.push(`${what}: ${value}, from ${least} to ${most}`); };
  between(blocks.length, 1, MOST_BLOCKS, 'blocks');
  between(JSON.stringify(blocks).length, 1, MOST_CHARACTERS, 'characters');
  between(blocks.filter(block => block.type === 'table').length, 0, 1, 'tables');
  const ids = new Set();
  for (const each of objects(blocks)) {
    if (each.action_id !== undefined) {
      if (ids.has(each.action_id)) found.push(`action_id ${each.action_id} occurs twice`);
      ids.add(each.action_id);
      between(length(each.action_id), 1, 255, 'action_id');
    }
    switch (each.type) {
      case 'header': between(length(each.text?.text), 1, 150, 'header'); break;
      case 'section': between(length(each.text?.text), 1, 3000, 'section'); break;
      case 'context': between(each.elements?.length ?? 0, 1, 10, 'elements of a context'); break;
      case 'actions': between(each.elements?.length ?? 0, 1, 25, 'buttons'); break;
      case 'button':
        between(length(each.text?.text), 1, 75, 'button');
        between(length(each.value), 0, 2000, 'value of a button');
        between(length(each.url), 0, 3000, 'address of a button');
        between(length(each.accessibility_label), 0, 75, 'accessibility label');
        if (!each.value && !each.url) found.push('a button that does nothing');
        break;
      case 'table':
        between(each.rows?.length ?? 0, 1, 100, 'rows of a table');
        for (const row of each.rows ?? []) between(row.length, 1, 20, 'cells of a row');
        break;
      case 'plain_text': case 'text': case 'raw_text': between(length(each.text), 1, 3000, each.type); break;
      case 'mrkdwn': found.push('mrkdwn, which words from data could escape from'); break;
      default:
    }
  }
  return found;
}

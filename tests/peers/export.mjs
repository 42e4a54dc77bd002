#!/usr/bin/env node
// Counts OGP's commitments export with another parser than the bot's, and asks the bot for the same.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { say, startHost } from './lib/host.mjs';

const USAGE = `node export.mjs FILE.csv
Starts the built host with its own data and the file as a source. Each ID must answer in chat, with the year, areas, star, completion, institutions and
link of its row; totals per member, year and star must be those of the file. One line per difference; then "N passed, N failed".
Exit: 0 the same, 1 differences, 2 the bot cannot be asked.`;

// Why a cell says nothing, in the words of the export and of the API; 'Pending ...' has many endings.
const reasons = { '': 'notInSource', ND: 'notApplicable', NR: 'notReported', NA: 'notAvailable' };
const completions = ['Not Started', 'Limited', 'Substantial', 'Complete'];
const areaColumns = ['Anti-Corruption and Integrity', 'Open Data (Education)'];

// The same letters may be composed or not; blanks at the ends and doubled ones say nothing.
const plain = text => text.normalize('NFC').replace(/\s+/g, ' ').trim();
// Names are compared without accents, case and signs.
const letters = name => name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '');
const sorted = names => names.map(letters).sort().join(' ');

function rowsOf(file) {
  const [headings, ...records] = parse(readFileSync(file), { bom: true, relax_column_count: false });
  const [first, last] = areaColumns.map(name => headings.indexOf(name));
  if (first < 0 || last < first) throw new Error('the file has other columns than the export of 2024');
  const cell = (record, name) => plain(record[headings.indexOf(name)]);
  return records.map(record => ({
    id: cell(record, 'Commitment Unique Identifier').toUpperCase(),
    member: cell(record, 'Country/Locality'),
    year: Number(cell(record, 'Year Of Submission')),
    title: cell(record, 'Short Title'),
    lead: cell(record, 'Lead Institution'),
    completion: completions[cell(record, 'Max Completion')] ?? cell(record, 'Max Completion'),
    starred: cell(record, 'Max star') === '1',
    url: cell(record, 'URL'),
    areas: headings.filter((_, column) => column >= first && column <= last && record[column].trim() === '1').map(plain),
  }));
}

/** The JSON of an address; waits when the bot asks for patience. */
async function get(url) {
  for (;;) {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    if (response.status !== 429) return response.ok ? response.json() : { status: response.status };
    await wait(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

const says = (fact, cell) => (fact.value === null ? /^Pending/.test(cell) ? fact.state === 'pending' : fact.state === reasons[cell] : plain(fact.value) === cell);

// The file counts 'Withdrawn' and the like as no completion at all; the bot tells them.
const completed = (fact, cell) => !completions.includes(cell) || fact.value === cell;

async function differences(url, row) {
  const found = await get(`${url}/api/commitments/${row.id}`);
  if (found.status === 404) return ['is not there'];
  const chat = await say(url, `export-${row.id}`, row.id);
  return [
    [chat.text.includes(row.id), `chat says "${chat.text.slice(0, 80)}"`],
    [letters(found.member) === letters(row.member), `member ${found.member}`],
    [found.year === row.year, `year ${found.year}`],
    [found.starred === row.starred, `star ${found.starred}`],
    [sorted(found.areas) === sorted(row.areas), `areas ${found.areas}`],
    [says(found.leadInstitution, row.lead), `lead ${JSON.stringify(found.leadInstitution)}, file "${row.lead}"`],
    [completed(found.completion, row.completion), `completion ${JSON.stringify(found.completion)}, file "${row.completion}"`],
    [!/^http/.test(row.url) || found.url.value === row.url, `link ${found.url.value}`],
  ].filter(([same]) => !same).map(([, difference]) => difference);
}

const count = (rows, key) => rows.reduce((counts, row) => counts.set(key(row), (counts.get(key(row)) ?? 0) + 1), new Map());

/** Totals that the API gives, beside those of the file; Peru is left out where the bot's own page adds to the export. */
async function totals(url, rows) {
  const members = new Map((await pages(`${url}/api/members`)).map(member => [letters(member.name), member.prefix]));
  const wrong = [];
  let asked = 0;
  const compare = async (what, query, expected) => {
    asked++;
    const { total } = await get(`${url}/api/commitments?size=1&${query}`);
    if (total !== expected) wrong.push(`${what}: ${total}, file ${expected}`);
  };
  const exported = rows.filter(row => row.member !== 'Peru');
  for (const [member, expected] of count(exported, row => row.member)) await compare(member, `country=${members.get(letters(member))}`, expected);
  for (const [key, expected] of count(exported, row => `${row.member}|${row.year}`)) {
    const [member, year] = key.split('|');
    await compare(`${member} in ${year}`, `country=${members.get(letters(member))}&year=${year}`, expected);
  }
  for (const [member, expected] of count(exported.filter(row => row.starred), row => row.member)) await compare(`${member}, starred`, `country=${members.get(letters(member))}&starred=true`, expected);
  return { asked, wrong };
}

async function pages(url) {
  const items = [];
  for (let page = 1; ; page++) {
    const answer = await get(`${url}?page=${page}`);
    items.push(...answer.items);
    if (page >= answer.pages) return items;
  }
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help || positionals.length !== 1) { console.log(USAGE); return values.help ? 0 : 2; }
  const rows = rowsOf(positionals[0]);
  const host = await startHost({ settings: { 'Sources:Locations:0': resolve(positionals[0]) } });
  try {
    for (let tries = 0; !Object.keys((await get(`${host.url}/readyz`)).sources ?? {}).length; tries++) {
      if (tries > 300) throw new Error('the file was not imported');
      await wait(200);
    }

    let failed = 0;
    for (const row of rows) {
      const found = await differences(host.url, row);
      for (const difference of found) console.log(`${row.id}: ${difference}`);
      if (found.length) failed++;
    }

    const { asked, wrong } = await totals(host.url, rows);
    for (const difference of wrong) console.log(difference);
    failed += wrong.length;
    console.log(`${rows.length} IDs, ${asked} totals`);
    console.log(`${rows.length + asked - failed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } finally {
    await host.stop();
  }
}

main().then(code => { process.exitCode = code; }, error => { console.error(error.message); process.exitCode = 2; });

// News of a member, as an operator brings it: the exchange CSVs of the running bot with one more resource in them, imported beside it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const QUOTED = /[",\n]/;

/** Digests gather what changes together for twenty seconds. */
export const PATIENCE = 90_000;

export class News {
  #host;
  #folder = mkdtempSync(join(tmpdir(), 'ogpbot-news-'));

  constructor(host) { this.#host = host; }

  get #file() { return join(this.#folder, 'resources.csv'); }

  /** @param {{title: string, type: string, url?: string}} resource one of Peru's that the catalog does not hold */
  async bring({ title, type, url = '' }) {
    await this.#host.ogpbot('export', '--all', '--out', this.#folder, '--force');
    const [head] = readFileSync(this.#file, 'utf8').split(/\r?\n/, 1);
    const values = { key: title.toLowerCase().replaceAll(' ', '-'), member: 'Peru', year: '2026', title, type, format: 'Web page', url, document: 'news.txt', first_line: '1', last_line: '3', imported_at: '2026-11-23T05:45:00.0000000+00:00', origin: 'Page' };
    const row = head.split(',').map(column => values[column] ?? '').map(value => (QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
    writeFileSync(this.#file, `${readFileSync(this.#file, 'utf8').trimEnd()}\n${row.join(',')}\n`);
    return this.again();
  }

  /** The same once more. */
  again() { return this.#host.ogpbot('import', this.#folder); }

  close() { rmSync(this.#folder, { recursive: true, force: true }); }
}

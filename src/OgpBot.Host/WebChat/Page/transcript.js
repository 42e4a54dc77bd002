// What was said, on the page and across reloads of this tab (sessionStorage). Answers are HTML that the host has encoded.

const key = 'ogpbot';
const longest = 40; // entries kept across a reload

export class Transcript {
  constructor(log, texts) {
    this.log = log;
    this.texts = texts;
    ({ id: this.id, entries: this.entries } = read() ?? fresh());
    this.log.setAttribute('aria-live', 'off'); // what was heard before the reload is not read out again
    for (const entry of this.entries) this.#show(entry);
    requestAnimationFrame(() => this.log.setAttribute('aria-live', 'polite'));
  }

  get asked() {
    return this.entries.filter(entry => entry.says).map(entry => entry.says);
  }

  // Shown is what the person saw and chose; says is what the bot gets.
  addQuestion(shown, says) {
    return this.#add({ shown, says });
  }

  addAnswer(html) {
    return this.#add({ html });
  }

  addFailure(text, retry) {
    const failure = element('div', 'failure', element('p', '', text));
    const again = element('button', 'retry', this.texts.retry);
    again.type = 'button';
    again.addEventListener('click', () => {
      failure.remove();
      retry();
    });
    failure.append(again);
    this.log.append(failure);
    return failure;
  }

  clear() {
    ({ id: this.id, entries: this.entries } = fresh());
    this.log.replaceChildren();
    this.#keep();
  }

  #add(entry) {
    this.entries.push(entry);
    this.#keep();
    return this.#show(entry);
  }

  #show(entry) {
    const shown = entry.html === undefined
      ? element('div', 'said', element('span', 'unseen', this.texts.you), element('p', '', entry.shown))
      : element('div', 'answer', element('span', 'unseen', this.texts.bot), ...nodesOf(entry.html));
    this.log.append(shown);
    return shown;
  }

  #keep() {
    this.entries = this.entries.slice(-longest);
    try {
      sessionStorage.setItem(key, JSON.stringify({ id: this.id, entries: this.entries }));
    } catch {
      // Storage is full or forbidden: the conversation goes on, a reload begins a new one.
      sessionStorage.removeItem?.(key);
    }
  }
}

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { id: Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(''), entries: [] };
}

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key));
    return typeof kept?.id === 'string' && Array.isArray(kept.entries) ? kept : null;
  } catch {
    return null;
  }
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function nodesOf(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.childNodes;
}

import { ask } from '/ask.js';
import { Transcript } from '/transcript.js';

const texts = JSON.parse(document.getElementById('texts').textContent);
const [scroller, log, welcome, working, below, form, text, send, status] =
  ['scroller', 'log', 'welcome', 'working', 'below', 'form', 'text', 'send', 'status'].map(id => document.getElementById(id));
const transcript = new Transcript(log, texts);
const touch = matchMedia('(pointer: coarse)');
let pending = null; // the conversation's turn that is being answered; nothing else is sent meanwhile
let recalled = null; // how far back Arrow up has gone
let draft = ''; // what was typed before Arrow up

welcome.hidden = transcript.entries.length > 0;
if (welcome.hidden) toEnd();
grow();

form.addEventListener('submit', event => {
  event.preventDefault();
  say(text.value.trim());
});

text.addEventListener('input', () => {
  recalled = null;
  grow();
});

text.addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === 'Escape') {
    put('');
    recalled = null;
  } else if (event.key === 'ArrowUp' && beforeCaretIsOneLine()) {
    recall(event, -1);
  } else if (event.key === 'ArrowDown' && recalled !== null) {
    recall(event, 1);
  }
});

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-says]');
  if (button) say(button.dataset.says, button.textContent.trim());
});

document.getElementById('fresh').addEventListener('click', () => {
  pending = null;
  transcript.clear();
  [welcome.hidden, working.hidden, below.hidden] = [false, true, true];
  idle();
  status.textContent = texts.freshDone;
  put('');
  text.focus();
});

below.addEventListener('click', () => {
  scroller.scrollTop = scroller.scrollHeight;
  text.focus();
});
scroller.addEventListener('scroll', () => { if (atEnd()) below.hidden = true; }, { passive: true });

async function say(says, shown = says) {
  if (says === '' || pending) return;
  welcome.hidden = true;
  const question = transcript.addQuestion(shown, says);
  if (text.value.trim() === says) put('');
  recalled = null;
  toEnd();
  await answer(says, question);
}

async function answer(says, question) {
  const turn = pending = {};
  form.classList.add('waiting');
  send.setAttribute('aria-disabled', 'true');
  if (!touch.matches) text.focus({ preventScroll: true });
  const slow = setTimeout(() => {
    const follow = atEnd();
    working.hidden = false;
    status.textContent = texts.working;
    if (follow) toEnd();
  }, 300);
  try {
    const html = await ask(transcript.id, says, texts.language);
    if (pending === turn) reveal(transcript.addAnswer(html), question);
  } catch (failure) {
    if (pending !== turn) return;
    const reference = failure.reference ? ` ${texts.reference} ${failure.reference}` : '';
    reveal(transcript.addFailure(`${texts[failure.text] ?? texts.failed}${reference}`, () => {
      if (!pending) answer(says, question);
    }), question);
  } finally {
    clearTimeout(slow);
    if (pending === turn) idle();
  }
}

function idle() {
  pending = null;
  working.hidden = true;
  status.textContent = '';
  form.classList.remove('waiting');
  send.removeAttribute('aria-disabled');
}

// Follows to the answer's beginning, unless the reader has scrolled away from the question.
function reveal(shown, question) {
  const reading = question.getBoundingClientRect().top > scroller.getBoundingClientRect().bottom;
  working.hidden = true;
  if (reading) {
    below.hidden = false;
  } else if (shown.offsetHeight > scroller.clientHeight - 80) {
    scroller.scrollTop += question.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 16;
  } else {
    toEnd();
  }
}

function atEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
}

function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
}

function recall(event, step) {
  const asked = transcript.asked;
  if (recalled === null) [recalled, draft] = [asked.length, text.value];
  const wanted = recalled + step;
  if (wanted < 0 || wanted > asked.length) return;
  event.preventDefault();
  recalled = wanted;
  put(asked[wanted] ?? draft);
}

function beforeCaretIsOneLine() {
  return !text.value.slice(0, text.selectionStart).includes('\n');
}

function put(value) {
  text.value = value;
  text.setSelectionRange(value.length, value.length);
  grow();
}

function grow() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight}px`;
}

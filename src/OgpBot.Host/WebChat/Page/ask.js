// Sends one message and returns the answer as HTML, or throws a Failure that names the text to show.

const patience = 20_000; // ms; the host itself gives up earlier

export class Failure extends Error {
  constructor(text, reference) {
    super(text);
    this.text = text;
    this.reference = reference;
  }
}

export async function ask(conversationId, text, language) {
  let response;
  let body;
  try {
    response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/html, application/problem+json;q=0.5', 'Accept-Language': language },
      // An unpaired half of an emoji is not text; the host would refuse it.
      body: JSON.stringify({ conversationId, text: text.toWellFormed?.() ?? text }),
      signal: AbortSignal.timeout(patience),
    });
    body = await response.text();
  } catch (reason) {
    throw new Failure(reason.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
  if (response.ok) return body;
  if (response.status === 413) throw new Failure('tooLong');
  if (response.status === 429) throw new Failure('busy');
  if (response.status === 504) throw new Failure('timeout');
  throw new Failure('failed', referenceIn(body));
}

function referenceIn(body) {
  try {
    return JSON.parse(body).reference;
  } catch {
    return undefined;
  }
}

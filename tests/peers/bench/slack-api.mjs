// A Web API that answers at once. GET /count gives how many messages were posted.
import { createServer } from 'node:http';

let posted = 0;
const answers = {
  'auth.test': { ok: true, team_id: 'T000000001', user_id: 'U00000B0T', bot_id: 'B000000042', is_enterprise_install: false },
  'chat.postMessage': { ok: true, channel: 'C00000OGP1', ts: '1795403631.000002', message: { type: 'message', user: 'U00000B0T', text: 'x', ts: '1795403631.000002' } },
};
const bodies = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, JSON.stringify(value)]));
createServer((request, response) => {
  request.resume().on('end', () => {
    const method = request.url.slice('/api/'.length);
    if (method === 'chat.postMessage') posted++;
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(request.url === '/count' ? String(posted) : bodies[method] ?? '{"ok":true}');
  });
}).listen(0, '127.0.0.1', function () { console.log(`http://127.0.0.1:${this.address().port}`); });

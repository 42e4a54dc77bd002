// A connector that takes every message at once. GET /count gives how many.
import { createServer } from 'node:http';

let taken = 0;
createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.url === '/count') return response.end(String(taken));
    taken++;
    response.writeHead(201, { 'Content-Type': 'application/json; charset=utf-8' }).end('{"id":"1"}');
  });
}).listen(0, '127.0.0.1', function () { console.log(`http://127.0.0.1:${this.address().port}`); });

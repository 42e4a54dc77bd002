// A stand-in for Microsoft Entra ID and for the keys of the Bot Framework, on this machine: tokens by client credentials, metadata, signing keys.
// What it cannot show: that Microsoft's own tokens look like these.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOSTS = ['login.microsoftonline.com', 'login.botframework.com'];
const KEY_ID = 'stand-in-1';

const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Certificates that only the client under test trusts; gone with the folder. */
function certificates() {
  const folder = mkdtempSync(join(tmpdir(), 'ogpbot-entra-'));
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/CN=Stand-in authority');
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=Stand-in');
  writeFileSync(join(folder, 'names'), `subjectAltName=${HOSTS.map(host => `DNS:${host}`).join(',')}`);
  openssl('x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'server.crt', '-days', '2', '-extfile', 'names');
  return { folder, authority: join(folder, 'ca.crt'), key: readFileSync(join(folder, 'server.key')), cert: readFileSync(join(folder, 'server.crt')) };
}

const listening = server => new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server.address().port)));

/** @returns {Promise<{url: string, standIns: string, authority: string, asked: object[], token: (claims: object) => string, stop: () => Promise<void>}>} */
export async function startEntra({ appId, secret, tenant }) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] };
  const asked = [];

  const token = claims => {
    const now = Math.floor(Date.now() / 1000);
    const data = `${encode({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${encode({ iat: now, nbf: now, exp: now + 3599, ...claims })}`;
    return `${data}.${sign('sha256', Buffer.from(data), privateKey).toString('base64url')}`;
  };

  const answer = (request, body) => {
    const { pathname } = new URL(request.url, 'http://stand-in');
    const self = `${request.socket.encrypted ? 'https' : 'http'}://${request.headers.host}`;
    const ofService = pathname.startsWith('/v1/');
    if (/openid-?configuration$/.test(pathname)) {
      return [200, {
        issuer: ofService ? 'https://api.botframework.com' : `https://login.microsoftonline.com/${tenant}/v2.0`,
        authorization_endpoint: `${self}/${tenant}/oauth2/v2.0/authorize`, token_endpoint: `${self}/${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${self}/${ofService ? 'v1' : tenant}/keys`, id_token_signing_alg_values_supported: ['RS256'],
      }];
    }
    if (/\/keys$/.test(pathname)) return [200, keys];
    if (request.method === 'POST' && [tenant, 'botframework.com'].some(each => pathname === `/${each}/oauth2/v2.0/token`)) {
      const form = new URLSearchParams(body);
      asked.push({ client: form.get('client_id'), scope: form.get('scope'), encrypted: Boolean(request.socket.encrypted) });
      if (form.get('grant_type') !== 'client_credentials' || form.get('client_id') !== appId || form.get('client_secret') !== secret) return [401, { error: 'invalid_client', error_description: 'AADSTS7000215' }];
      const audience = form.get('scope').replace(/\/\.default$/, '');
      return [200, { token_type: 'Bearer', expires_in: 3599, access_token: token({ aud: audience, iss: `https://login.microsoftonline.com/${tenant}/v2.0`, azp: appId, tid: tenant, ver: '2.0' }) }];
    }
    return [404, { error: 'not_found' }];
  };

  const handle = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const [status, json] = answer(request, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  };

  const { folder, authority, key, cert } = certificates();
  const [plain, encrypted] = [http.createServer(handle), https.createServer({ key, cert }, handle)];
  const url = `http://127.0.0.1:${await listening(plain)}`;
  const port = await listening(encrypted);
  const stop = async () => {
    for (const server of [plain, encrypted]) { server.closeAllConnections(); server.close(); }
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, standIns: HOSTS.map(host => `${host}=${port}`).join(','), authority, asked, token, stop };
}

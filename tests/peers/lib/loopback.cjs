'use strict';
// Loaded before a program that is not ours (node --require): it listens on this machine alone and reaches nothing outside.
// STAND_INS="login.example=8443,…" leads those names, whatever port is asked for, to a port of this machine; every other outside name does not exist.
const dns = require('node:dns');
const net = require('node:net');

const standIns = new Map((process.env.STAND_INS ?? '').split(',').filter(Boolean).map(pair => [pair.split('=')[0], Number(pair.split('=')[1])]));
const isLocal = host => !host || host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
const failure = (code, host) => Object.assign(new Error(`${code} ${host}`), { code, hostname: host });

const { lookup } = dns;
dns.lookup = (host, options, callback) => {
  const [settings, done] = typeof options === 'function' ? [{}, options] : [options, callback];
  if (isLocal(host)) return lookup(host, settings, done);
  return process.nextTick(done, failure('ENOTFOUND', host));
};

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...args) {
  const [first] = args;
  if (first !== null && typeof first === 'object' && 'port' in first) args[0] = { ...first, host: '127.0.0.1' };
  else if (/^\d+$/.test(String(first))) args.splice(1, typeof args[1] === 'string' ? 1 : 0, '127.0.0.1');
  return listen.apply(this, args);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const given = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = given !== null && typeof given === 'object' ? given.host : args[1];
  if (standIns.has(host)) Object.assign(given, { host: '127.0.0.1', port: standIns.get(host) });
  else if (typeof host === 'string' && net.isIP(host) && !isLocal(host)) {
    process.nextTick(() => this.destroy(failure('ENETUNREACH', host)));
    return this;
  }
  return connect.apply(this, args);
};

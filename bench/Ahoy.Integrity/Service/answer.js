'use strict';

const version = '0000000';

const content = require(Runtime.getAssets()['/content.js'].path);

const levels = ['info', 'warn', 'error'];

// Answers with what the query asks for; each answer says which version of this file gave it, and what it got.
exports.handler = (context, event, callback) => {
  const ask = {};
  for (const name of ['id', 'at', 'size', 'pad', 'lines', 'after', 'wait', 'status', 'headers', 'headerLength', 'lastHeader', 'cookies']) {
    ask[name] = Number(event[name] ?? 0);
  }

  const { id } = ask;
  const print = (from, to) => {
    for (let n = from; n < to; n++) {
      console[levels[n % 3]](content.line(id, n));
    }
  };

  print(0, ask.lines);
  const digest = content.digest(event);
  const answer = () => {
    switch (event.kind) {
      case 'string':
        callback(null, text());
        break;
      case 'json':
        callback(null, json());
        break;
      case 'nothing':
        callback();
        break;
      case 'failure':
        callback(text());
        break;
      case 'twiml': {
        const twiml = new Twilio.twiml.VoiceResponse();
        twiml.say(`${version} ${id} ${digest} ${content.latinAt(ask.at, ask.size)} ${id}`);
        callback(null, twiml);
        break;
      }
      case 'text':
        callback(null, response().setBody(text()));
        break;
      case 'object':
        callback(null, response().setBody(json()));
        break;
      case 'buffer':
        callback(null, response().setBody(Buffer.concat([
          Buffer.from(`${version} ${id} ${digest} `),
          content.binaryAt(ask.at, ask.size),
          Buffer.from(`${content.asciiAt(ask.at, ask.pad)} ${id}`),
        ])));
        break;
      case 'slice':
        callback(null, response().setBody(content.binaryAt(ask.at, ask.size)));
        break;
      case 'empty':
        callback(null, response());
        break;
      default:
        throw new Error(`An unknown kind: ${event.kind}`);
    }
  };

  const text = () => `${version} ${id} ${digest} ${content.textAt(ask.at, ask.size)}${content.asciiAt(ask.at, ask.pad)} ${id}`;
  const json = () => ({
    version, id, digest, text: content.textAt(ask.at, ask.size), pad: content.asciiAt(ask.at, ask.pad), rest: [true, null, { id: -id }],
  });

  const response = () => {
    const result = new Twilio.Response();
    result.setStatusCode(ask.status);
    result.appendHeader('X-Id', String(id));
    result.appendHeader('X-Version', version);
    result.appendHeader('X-Digest', digest);
    result.appendHeader('X-Worker', String(process.pid).padStart(10, '0'));
    if (event.type !== undefined) {
      result.appendHeader('Content-Type', event.type);
    }

    for (let i = 0; i < ask.headers; i++) {
      // Every third name is that of the one before it.
      const name = `X-H-${i - (i % 3 === 2 ? 1 : 0)}`;
      result.appendHeader(name, content.latinAt(ask.at + 13 * i, i === ask.headers - 1 ? ask.lastHeader : ask.headerLength));
    }

    for (let i = 0; i < ask.cookies; i++) {
      result.setCookie(`c${i}`, content.cookieAt(ask.at + 17 * i, ask.headerLength), ['Path=/', 'Max-Age=60']);
    }

    return result;
  };

  if (ask.wait > 0) {
    setTimeout(answer, ask.wait);
  } else {
    answer();
    print(ask.lines, ask.lines + ask.after);
  }
};

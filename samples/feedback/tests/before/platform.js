// The platform, made by hand: what the Functions find there as globals, as far as these tests need it.

const path = require('node:path');
const twilio = require('twilio');

const functions = path.join(__dirname, '..', '..', 'dist', 'functions');

class Response {
  constructor() {
    this.statusCode = 200;
    this.body = '';
    this.headers = {};
  }

  setStatusCode(statusCode) {
    this.statusCode = statusCode;
    return this;
  }

  setBody(body) {
    this.body = body;
    return this;
  }

  setHeaders(headers) {
    this.headers = headers;
    return this;
  }

  appendHeader(name, value) {
    this.headers[name] = value;
    return this;
  }
}

class Runtime {
  constructor() {
    this.functions = {};
    this.assets = {};
  }

  addFunction(name) {
    this.functions[name] = { path: path.join(functions, `${name}.private.js`) };
  }

  getFunctions() {
    return this.functions;
  }

  getAssets() {
    return this.assets;
  }
}

exports.setUp = () => {
  const runtime = new Runtime();
  runtime.addFunction('lib/stars');
  global.Runtime = runtime;
  global.Response = Response;
  global.Twilio = Object.assign({}, twilio, { Response });
};

exports.tearDown = () => {
  delete global.Runtime;
  delete global.Response;
  delete global.Twilio;
};

// The Functions look for `Runtime` while they are loaded.
exports.load = (name) => require(path.join(functions, `${name}.js`)).handler;

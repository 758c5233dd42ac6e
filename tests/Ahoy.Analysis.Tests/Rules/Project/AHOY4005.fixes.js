//// fix: among others, in their order
//// packages: express twilio
//// key: AHOY4005
const axios = require([|'axios'|]);

exports.handler = (context, event, callback) => callback(null, typeof axios);

//// gives
//// writes: package.json "{\n  \"dependencies\": {\n    \"express\": \"4\",\n    \"twilio\": \"5\"\n  }\n}\n" => "{\n  \"dependencies\": {\n    \"axios\": \"*\",\n    \"express\": \"4\",\n    \"twilio\": \"5\"\n  }\n}\n"
const axios = require('axios');

exports.handler = (context, event, callback) => callback(null, typeof axios);

//// fix: behind the others
//// packages: axios
//// key: AHOY4005
const got = require([|'got'|]);

exports.handler = (context, event, callback) => callback(null, typeof got);

//// gives
//// writes: package.json "{\n\t\"name\": \"a\",\n\t\"dependencies\": {\n\t\t\"axios\": \"1\"\n\t}\n}" => "{\n\t\"name\": \"a\",\n\t\"dependencies\": {\n\t\t\"axios\": \"1\",\n\t\t\"got\": \"*\"\n\t}\n}"
const got = require('got');

exports.handler = (context, event, callback) => callback(null, typeof got);

//// fix: there is no such list
//// packages: dev:jest
//// key: AHOY4005
const { z } = require([|'zod/v4'|]);

exports.handler = (context, event, callback) => callback(null, typeof z);

//// gives
//// writes: package.json "{\n  \"name\": \"a\"\n}\n" => "{\n  \"name\": \"a\",\n  \"dependencies\": {\n    \"zod\": \"*\"\n  }\n}\n"
const { z } = require('zod/v4');

exports.handler = (context, event, callback) => callback(null, typeof z);

//// fix: an empty list, in Windows' line ends
//// packages: dev:jest
//// key: AHOY4005
const sdk = require([|'@scope/sdk'|]);

exports.handler = (context, event, callback) => callback(null, typeof sdk);

//// gives
//// writes: package.json "{\r\n  \"dependencies\": {}\r\n}\r\n" => "{\r\n  \"dependencies\": {\r\n    \"@scope/sdk\": \"*\"\r\n  }\r\n}\r\n"
const sdk = require('@scope/sdk');

exports.handler = (context, event, callback) => callback(null, typeof sdk);

//// fix: it moves from the development's, with its version
//// packages: axios dev:dayjs dev:jest
//// key: AHOY4005
const dayjs = require([|'dayjs'|]);

exports.handler = (context, event, callback) => callback(null, typeof dayjs);

//// gives
//// writes: package.json "{\n  \"dependencies\": {\n    \"axios\": \"1\"\n  },\n  \"devDependencies\": {\n    \"dayjs\": \"^1.11.0\",\n    \"jest\": \"29\"\n  }\n}\n" => "{\n  \"dependencies\": {\n    \"axios\": \"1\",\n    \"dayjs\": \"^1.11.0\"\n  },\n  \"devDependencies\": {\n    \"jest\": \"29\"\n  }\n}\n"
const dayjs = require('dayjs');

exports.handler = (context, event, callback) => callback(null, typeof dayjs);

//// fix: in one line
//// packages: axios
//// key: AHOY4005
const got = require([|'got'|]);

exports.handler = (context, event, callback) => callback(null, typeof got);

//// gives
//// writes: package.json "{\"dependencies\":{\"axios\":\"1\"}}" => "{\"dependencies\":{\"axios\":\"1\", \"got\": \"*\"}}"
const got = require('got');

exports.handler = (context, event, callback) => callback(null, typeof got);

//// fix: no manifest that can be read
//// packages: axios
//// key: AHOY4005
const got = require([|'got'|]);

exports.handler = (context, event, callback) => callback(null, typeof got);

//// gives
//// writes: package.json "{ oops" => null
const got = require('got');

exports.handler = (context, event, callback) => callback(null, typeof got);

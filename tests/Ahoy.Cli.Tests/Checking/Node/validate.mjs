// node validate.mjs LOG: validates a SARIF log against the standard's schema, and lists what is wrong with it.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const schema = read(new URL('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url));
// The schema's own address is of a draft that the validator has another name for; formats are checked in full.
const ajv = new Ajv({ allErrors: true, format: 'full', meta: false, schemaId: 'auto', unknownFormats: 'ignore' });
ajv.addMetaSchema(read(new URL('node_modules/ajv/lib/refs/json-schema-draft-04.json', import.meta.url)));
const validate = ajv.compile(schema);
if (!validate(read(process.argv[2]))) {
  for (const { dataPath, message, params } of validate.errors) {
    console.log(`${dataPath} ${message} ${JSON.stringify(params)}`);
  }
  process.exit(1);
}
console.log('valid');

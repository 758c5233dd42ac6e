// Checks the YAML of a page, and actions: node check.mjs PAGE [ACTION …]. Writes a line for each document that is valid, and ends with 1 where one is not.
import { readFileSync } from 'node:fs';
import { validateAction, validateWorkflow } from '@action-validator/core';
import * as yaml from 'js-yaml';
import { validateManifest } from './manifests.mjs';

const page = readFileSync(process.argv[2], 'utf8');
let title = '';
for (const [, heading, block] of page.matchAll(/^## (.*)$|```yaml\n([\s\S]*?)```/gm)) {
  if (heading) {
    title = heading;
    continue;
  }

  const documents = yaml.loadAll(block);
  if (title === 'GitHub Actions') {
    const { errors } = validateWorkflow(block);
    if (errors.length > 0) {
      throw new Error(`${title}: ${JSON.stringify(errors)}`);
    }
  }

  for (const document of documents) {
    if (document.apiVersion) {
      await validateManifest(document);
    }

    console.log(`${title}: ${document.kind ?? 'valid'}`);
  }
}

for (const file of process.argv.slice(3)) {
  const { errors } = validateAction(readFileSync(file, 'utf8'));
  if (errors.length > 0) {
    throw new Error(`${file}: ${JSON.stringify(errors)}`);
  }

  console.log('Action: valid');
}

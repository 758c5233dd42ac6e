// Checks manifests against the schemas of Kubernetes and Knative: node manifests.mjs FILE. Writes the kind of each that is valid, and ends with 1 where one is not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as yaml from 'js-yaml';

/** Throws where a document lacks what its kind needs, or has a value of another type. Fields that there are none of are in the schemas' blind spot. */
export async function validateManifest(document) {
  const { apiVersion, kind } = document;
  // apps/v1 is the folder apps/v1, and v1 the folder v1.
  const kinds = await import(`${apiVersion.includes('knative.dev/') ? '@kubernetes-models/knative' : 'kubernetes-models'}/${apiVersion}/${kind}`);
  new kinds[kind](document).validate();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const document of yaml.loadAll(readFileSync(process.argv[2], 'utf8'))) {
    await validateManifest(document);
    console.log(document.kind);
  }
}

// A registry with one image of one layer, for bench/commands/container.sh: node container-registry.mjs LAYER DIFF-ID
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';

const [layer, diffId] = process.argv.slice(2);
const digest = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const config = Buffer.from(JSON.stringify({
  architecture: process.arch === 'x64' ? 'amd64' : process.arch,
  os: 'linux',
  config: { Env: ['PATH=/usr/local/bin:/usr/bin:/bin'] },
  rootfs: { type: 'layers', diff_ids: [diffId] },
  history: [{ created_by: 'bench/run container' }],
}));
const layerDigest = digest(readFileSync(layer));
const manifest = Buffer.from(JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: config.length, digest: digest(config) },
  layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: statSync(layer).size, digest: layerDigest }],
}));

createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://registry');
  const send = (type, length, bytes) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': length, 'Docker-Content-Digest': digest(manifest) });
    request.method === 'HEAD' ? response.end() : typeof bytes === 'function' ? bytes() : response.end(bytes);
  };
  if (pathname === '/v2/') {
    send('application/json', 2, '{}');
  } else if (pathname.startsWith('/v2/base/manifests/')) {
    send('application/vnd.docker.distribution.manifest.v2+json', manifest.length, manifest);
  } else if (pathname === `/v2/base/blobs/${digest(config)}`) {
    send('application/vnd.docker.container.image.v1+json', config.length, config);
  } else if (pathname === `/v2/base/blobs/${layerDigest}`) {
    send('application/octet-stream', statSync(layer).size, () => createReadStream(layer).pipe(response));
  } else {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});

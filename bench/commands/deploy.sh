#!/usr/bin/env bash
# deploy [RUNS]: `ahoy deploy` against `twilio-run deploy` on one host, and 200 Services on one host; the rows of docs/performance.md

runs="${1:-5}"
scratch

npm_packages "$BENCH_CACHE/twilio-run" twilio-run@5.0.1 twilio@6.2.0
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release --nologo -v:q >&2
ahoy=(dotnet exec "$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll")
export XDG_DATA_HOME="$work" AHOY_ACCOUNT_SID=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AHOY_AUTH_TOKEN=0123456789abcdef0123456789abcdef
"${ahoy[@]}" serve --data "$work/data" --port 0 --api-port 0 --max-services 1000 --no-logs >"$work/host.log" 2>&1 &
pids+=($!)
until grep -q 'ahoy: ready' "$work/host.log"; do sleep 0.02; done
AHOY_HOST_URL="$(sed -n 's/.*api=\([^ ]*\).*/\1/p' "$work/host.log")"
export AHOY_HOST_URL AHOY_API="$AHOY_HOST_URL"

# project FOLDER NAME TEXT: ten Functions, as both tools read them, and the Build that `dotnet build` would make of them.
project() {
  node - "$@" <<'JS'
const { createHash } = require('node:crypto');
const { mkdirSync, writeFileSync } = require('node:fs');
const [folder, service, text] = process.argv.slice(2);
const build = `${folder}/bin/Release/net10.0/ahoy`;
mkdirSync(`${build}/files`, { recursive: true });
mkdirSync(`${folder}/functions`, { recursive: true });
mkdirSync(`${folder}/assets`, { recursive: true });
writeFileSync(`${folder}/package.json`, JSON.stringify({ name: service, version: '1.0.0' }));
writeFileSync(`${folder}/.env`, `ACCOUNT_SID=${process.env.AHOY_ACCOUNT_SID}\nAUTH_TOKEN=${process.env.AHOY_AUTH_TOKEN}\nGREETING=ahoy\n`);
const resources = Array.from({ length: 10 }, (_, i) => {
  const source = `exports.handler = (context, event, callback) => callback(null, '${i === 0 ? text : i} of ${service}');\n`;
  const sha256 = createHash('sha256').update(source).digest('hex');
  writeFileSync(`${folder}/functions/f${i}.js`, source);
  writeFileSync(`${build}/files/${sha256}`, source);
  return {
    kind: 'function', path: `/f${i}`, visibility: 'public', file: `functions/f${i}.js`,
    size: source.length, contentType: 'application/javascript; charset=utf-8', sha256,
  };
});
writeFileSync(`${build}/build.json`, JSON.stringify({ schemaVersion: 1, service, runtime: 'node22', dependencies: [], resources }));
JS
}

milliseconds() {
  local from; from=$(date +%s%N)
  "$@" >"$work/output" 2>&1 || { cat "$work/output" >&2; exit 1; }
  echo $((($(date +%s%N) - from) / 1000000))
}
ours() { (cd "$1" && "${ahoy[@]}" deploy); }
theirs() {
  (cd "$1" && node --require "$BENCH_ROOT/tests/Ahoy.Host.Tests/ControlPlane/Npm/redirect.js" \
    "$BENCH_CACHE/twilio-run/node_modules/twilio-run/bin/twilio-run.js" deploy --runtime node22)
}

for run in $(seq "$runs"); do
  for tool in ours theirs; do
    folder="$work/$tool-$run"
    project "$folder" "$tool-$run" first
    milliseconds $tool "$folder" >>"$work/$tool.new"
    milliseconds $tool "$folder" >>"$work/$tool.unchanged"
    project "$folder" "$tool-$run" second
    milliseconds $tool "$folder" >>"$work/$tool.changed"
  done
done
for what in new unchanged changed; do
  mine=$(median "$work/ours.$what"); other=$(median "$work/theirs.$what")
  printf 'deploy of 10 Functions, %-10s %6s ms   twilio-run %6s ms, ratio %s\n' "$what:" "$mine" "$other" "$(ratio "$other" "$mine")"
done

AHOY_SCALE_SERVICES=200 dotnet test "$BENCH_ROOT/tests/Ahoy.Host.Tests" --nologo -v:q --filter FullyQualifiedName~ManyServicesTests \
  --logger 'console;verbosity=detailed' | grep -E 'Services of|Passed!|Failed|kB'

#!/usr/bin/env bash
# reload [SAVES]: from a save to the first answer of the new code, under load; median and most of 30 saves each, and failed requests

saves="${1:-30}"
scratch
dotnet build "$BENCH_ROOT/src/Ahoy.Host" -c Release --nologo -v:q >&2
mkdir -p "$work/functions" "$work/assets"
echo '{"name":"bench"}' >"$work/package.json"
echo 'WORD=0' >"$work/.env"
echo '0' >"$work/assets/word.txt"
echo "exports.handler = (context, event, callback) => callback(null, '0');" >"$work/functions/word.js"
echo "exports.handler = (context, event, callback) => callback(null, context.WORD);" >"$work/functions/variable.js"
dotnet exec "$BENCH_ROOT/src/Ahoy.Host/bin/Release/net10.0/Ahoy.Host.dll" start "$work" --port 4921 --no-logs >"$work/log" 2>&1 &
pids+=($!)
until grep -q 'ahoy: ready' "$work/log"; do sleep 0.05; done
node "$BENCH_ROOT/bench/commands/reload.mjs" http://127.0.0.1:4921 "$work" "$saves"

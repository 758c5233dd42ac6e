#!/usr/bin/env bash
# soak [SECONDS]: the host at full load (600 s), every answer compared, with its memory every tenth of the time; it must stay flat

seconds="${1:-600}"
scratch
need wrk wrk
dotnet build "$BENCH_ROOT/src/Ahoy.Host" -c Release --nologo -v:q >&2
mkdir -p "$work/functions"
cat >"$work/functions/answer.js" <<'JS'
exports.handler = (context, { n, count }, callback) => callback(null, { n, text: `${n}-`.repeat(Number(count)) });
JS
dotnet exec "$BENCH_ROOT/src/Ahoy.Host/bin/Release/net10.0/Ahoy.Host.dll" start "$work" --port 4911 --no-logs >"$work/log" 2>&1 &
host=$!
pids+=("$host")
until grep -q 'ahoy: ready' "$work/log"; do sleep 0.05; done

wrk -t30 -c30 -d"${seconds}s" -s "$BENCH_ROOT/bench/commands/soak.lua" http://127.0.0.1:4911 >"$work/wrk" &
load=$!
for step in $(seq 10); do
  sleep $((seconds / 10))
  host_kb=$(awk '/VmRSS/ { print $2 }' "/proc/$host/status")
  workers_kb=0
  for pid in $(pgrep -P "$host"); do workers_kb=$((workers_kb + $(awk '/VmRSS/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0))); done
  echo "$((step * seconds / 10)) s: host $((host_kb / 1024)) MB, its processes $((workers_kb / 1024)) MB"
done
wait "$load"
grep -E 'requests in|Requests/sec|Non-2xx|Socket errors|^wrong|^right' "$work/wrk"
grep -q ', wrong 0$' "$work/wrk" && ! grep -qE 'Non-2xx|Socket errors' "$work/wrk"

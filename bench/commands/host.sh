#!/usr/bin/env bash
# host [SECONDS]: the host against bare Node, twilio-run and Kestrel's static files; every row of docs/performance.md

seconds="${1:-5}"
scratch

need wrk wrk
npm_packages "$BENCH_CACHE/twilio-run" twilio-run@5.0.1 twilio@6.2.0
dotnet build "$BENCH_ROOT/src/Ahoy.Host" -c Release --nologo -v:q >&2
dotnet build "$BENCH_ROOT/bench/Ahoy.StaticFiles" -c Release --nologo -v:q >&2
host="$BENCH_ROOT/src/Ahoy.Host/bin/Release/net10.0/Ahoy.Host.dll"
static="$BENCH_ROOT/bench/Ahoy.StaticFiles/bin/Release/net10.0/Ahoy.StaticFiles.dll"

mkdir -p "$work/service/functions" "$work/service/assets"
cat >"$work/service/package.json" <<<'{"name":"bench"}'
cat >"$work/service/functions/json.js" <<<"exports.handler = (context, event, callback) => callback(null, { ok: true });"
cat >"$work/service/functions/wait.js" <<<"exports.handler = (context, event, callback) => setTimeout(callback, 1000);"
cat >"$work/service/functions/twiml.js" <<'JS'
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Ahoy');
  callback(null, twiml);
};
JS
head -c 100000 /dev/zero | tr '\0' x >"$work/service/assets/asset.txt"
cat >"$work/bare.js" <<'JS'
require('http').createServer((request, response) => {
  const body = JSON.stringify({ ok: true });
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}).listen(4902);
JS

now() { date +%s%N; }
await() { until curl -sf -o /dev/null "$1"; do sleep 0.005; done; }
rate() { wrk -t1 -c"$2" -d"${seconds}s" "$1" | awk '/Requests\/sec/ { print $2 }'; }
# The median latency in microseconds; wrk gives it in us, ms or s.
latency() {
  wrk -t1 -c1 -d"${seconds}s" --latency "$1" |
    awk '$1 == "50%" { v = $2 + 0; if ($2 ~ /ms$/) v *= 1000; else if ($2 !~ /us$/) v *= 1000000; print v }'
}
row() { printf '%-52s %14s   %s\n' "$1" "$2" "$3"; }
start_host() { rm -f "$work/host.log"; dotnet exec "$host" start "$work/service" --port 4901 --no-logs >"$work/host.log" 2>&1 & pids+=($!); host_pid=$!; }
memory() {
  local sum=0 pid
  for pid in "$1" $(pgrep -P "$1"); do sum=$((sum + $(awk '/VmRSS/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0))); done
  echo $((sum / 1024))
}

stop_host() { kill "$host_pid"; wait "$host_pid" 2>/dev/null || true; }

# One sample says little of a start: the median of five.
for _ in 1 2 3 4 5; do
  from=$(now)
  start_host
  await http://127.0.0.1:4901/json
  echo $((($(now) - from) / 1000000)) >>"$work/starts"
  stop_host
done
row "host start to first response" "$(median "$work/starts") ms" "goal: under 600 ms"

for _ in 1 2 3 4 5; do
  [ ! -s "$work/firsts" ] || stop_host
  start_host
  until grep -qs 'ahoy: ready' "$work/host.log"; do sleep 0.01; done
  curl -s -o /dev/null -w '%{time_total}\n' http://127.0.0.1:4901/twiml | awk '{ printf "%.0f\n", $1 * 1000 }' >>"$work/firsts"
done
row "first request of a fresh worker, TwiML" "$(median "$work/firsts") ms" "goal: under 90 ms"
sleep 2
row "resident memory, idle, all processes" "$(memory "$host_pid") MB" "goal: under 150 MB"

# One client for all of them: thirty processes of a client would take as long to start as the workers.
thirty() {
  local from; from=$(now)
  curl -s -o /dev/null --parallel --parallel-immediate --parallel-max 30 'http://127.0.0.1:4901/wait?[1-30]' 2>/dev/null
  awk -v n="$(($(now) - from))" 'BEGIN { printf "%.2f", n / 1e9 }'
}
row "30 invocations of 1 s at once, cold" "$(thirty) s" "goal: 1.6 s"
row "the same, warm" "$(thirty) s" "goal: 1.1 s"

node "$work/bare.js" & pids+=($!)
await http://127.0.0.1:4902/
rate http://127.0.0.1:4901/json 30 >/dev/null
rate http://127.0.0.1:4902/ 30 >/dev/null
bare=$(rate http://127.0.0.1:4902/ 30)
ours=$(rate http://127.0.0.1:4901/json 30)
row "one-line JSON Function, 30 connections" "$ours /s" "bare Node: $bare /s, ratio $(ratio "$ours" "$bare"); goal: 1"
bare=$(latency http://127.0.0.1:4902/)
ours=$(latency http://127.0.0.1:4901/json)
row "the same, 1 connection, median" "$ours us" "bare Node: $bare us; goal: under 120 us more"
rate http://127.0.0.1:4901/twiml 30 >/dev/null
row "TwiML reply, 30 connections" "$(rate http://127.0.0.1:4901/twiml 30) /s" "goal: 15000 /s"

dotnet exec "$static" "$work/service/assets" http://127.0.0.1:4903 >/dev/null & pids+=($!)
await http://127.0.0.1:4903/asset.txt
rate http://127.0.0.1:4903/asset.txt 30 >/dev/null
rate http://127.0.0.1:4901/asset.txt 30 >/dev/null
kestrel=$(rate http://127.0.0.1:4903/asset.txt 30)
ours=$(rate http://127.0.0.1:4901/asset.txt 30)
row "100 kB Asset, 30 connections" "$ours /s" "Kestrel: $kestrel /s, ratio $(ratio "$ours" "$kestrel"); goal: 0.8"

for mode in --no-fork-process --fork-process; do
  (cd "$work/service" && exec node "$BENCH_CACHE/twilio-run/node_modules/.bin/twilio-run" start --port 4904 $mode --no-logs >/dev/null 2>&1) & peer=$!
  pids+=("$peer")
  from=$(now); await http://127.0.0.1:4904/json
  row "twilio-run $mode, start to first response" "$((($(now) - from) / 1000000)) ms" ""
  row "twilio-run $mode, JSON, 30 connections" "$(rate http://127.0.0.1:4904/json 30) /s" ""
  kill "$peer"; wait "$peer" 2>/dev/null || true
done

#!/usr/bin/env bash
# telemetry [TURNS]: what traces, metrics and logs to a collector cost at 30 connections, with 10 % of the traces and with all, against off

turns="${1:-6}"
scratch
need wrk wrk
dotnet build "$BENCH_ROOT/src/Ahoy.Host" -c Release --nologo -v:q >&2
host="$BENCH_ROOT/src/Ahoy.Host/bin/Release/net10.0/Ahoy.Host.dll"
mkdir -p "$work/service/functions"
echo '{"name":"bench"}' >"$work/service/package.json"
echo "exports.handler = (context, event, callback) => callback(null, { ok: true });" >"$work/service/functions/json.js"

# A collector that takes everything and keeps nothing.
cat >"$work/collector.js" <<'JS'
require('http').createServer((request, response) => request.resume().on('end', () => response.end())).listen(4961, '127.0.0.1');
JS
node "$work/collector.js" & pids+=($!)

start() { # NAME PORT [VARIABLE=VALUE …]
  local name="$1" port="$2"
  shift 2
  cp -r "$work/service" "$work/$name"
  env "$@" dotnet exec "$host" start "$work/$name" --port "$port" --no-logs --no-page >"$work/$name.log" 2>&1 & pids+=($!)
  until curl -sf -o /dev/null "http://127.0.0.1:$port/json"; do sleep 0.05; done
}
to="OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4961"
start off 4962
start same 4963
start tenth 4964 "$to" OTEL_TRACES_SAMPLER=parentbased_traceidratio OTEL_TRACES_SAMPLER_ARG=0.1
start all 4965 "$to"

rate() { wrk -t1 -c30 -d"${2}s" "http://127.0.0.1:$1/json" | awk '/Requests\/sec/ { print $2 }'; }
for port in 4962 4963 4964 4965; do rate "$port" 5 >/dev/null; done
# By turns, so that a busy moment of the machine is in all of them; each turn's ratio is of its own neighbours.
for _ in $(seq "$turns"); do
  off="$(rate 4962 3)"
  echo "$off" >>"$work/rate-off"
  for each in same:4963 tenth:4964 all:4965; do
    ours="$(rate "${each#*:}" 3)"
    echo "$ours" >>"$work/rate-${each%:*}"
    ratio "$ours" "$off" >>"$work/ratio-${each%:*}"
    echo >>"$work/ratio-${each%:*}"
  done
done
row() { printf '%-52s %12s/s   %s\n' "$1" "$2" "$3"; }
row "one-line Function, 30 connections, nothing sent" "$(median "$work/rate-off")" "median of $turns turns"
row "the same once more" "$(median "$work/rate-same")" "ratio $(median "$work/ratio-same"): what the machine does by itself"
row "10 % of the traces, all metrics and log lines" "$(median "$work/rate-tenth")" "ratio $(median "$work/ratio-tenth"); goal: 0.95"
row "all traces, metrics and log lines" "$(median "$work/rate-all")" "ratio $(median "$work/ratio-all")"

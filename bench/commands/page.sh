#!/usr/bin/env bash
# page [TURNS]: what the page costs the host at 30 connections: closed (against --no-page), and open (its feed is read); and what it is like to look at, in chromium

turns="${1:-9}"
scratch

need wrk wrk
need chromium chromium
npm_packages "$BENCH_CACHE/browser" playwright-core@1
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release --nologo -v:q >&2
program="$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll"

for service in without closed open; do
  mkdir -p "$work/$service/functions" "$work/$service/assets"
  echo "{\"name\":\"$service\"}" >"$work/$service/package.json"
  echo "exports.handler = (context, event, callback) => callback(null, { ok: true });" >"$work/$service/functions/json.js"
  echo "hello" >"$work/$service/assets/hello.txt"
done

row() { printf '%-64s %16s   %s\n' "$1" "$2" "$3"; }
ready() { until curl -sf -o /dev/null "http://127.0.0.1:$1/json"; do sleep 0.05; done; }
start_host() {
  local service="$1" port="$2"
  shift 2
  dotnet exec "$program" start "$work/$service" --port "$port" --no-logs "$@" >"$work/$service.log" 2>&1 & pids+=($!)
}
# What a host and its workers have used of the processor, in milliseconds.
processor() { local sum=0 pid; for pid in "$1" $(pgrep -P "$1"); do sum=$((sum + $(awk -v hz="$(getconf CLK_TCK)" '{ printf "%.0f", ($14 + $15) * 1000 / hz }' "/proc/$pid/stat"))); done; echo "$sum"; }
percent() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%+.1f %%", (a / b - 1) * 100 }'; }

start_host without 4941 --no-page
start_host closed 4942 --offline-port 4952
start_host open 4943 --offline-port 4953
hosts=("${pids[@]}")
for port in 4941 4942 4943; do ready "$port"; done
curl -sN http://127.0.0.1:4953/_ahoy/page/feed >/dev/null & pids+=($!)

for path in json hello.txt; do
  rm -f "$work"/rate-* "$work"/used-* "$work"/ratio-*
  for turn in $(seq 0 "$turns"); do
    # By turns and each time in another order, so that what the machine does else is in all of them.
    for i in $(seq 0 2 | if [ $((turn % 2)) = 0 ]; then cat; else tac; fi); do
      before="$(processor "${hosts[$i]}")"
      read -r rate count < <(wrk -t1 -c30 -d2s "http://127.0.0.1:$((4941 + i))/$path" | awk '/requests in/ { count = $1 } /Requests\/sec/ { print $2, count }')
      used="$(awk -v used="$(($(processor "${hosts[$i]}") - before))" -v count="$count" 'BEGIN { print used * 1000 / count }')"
      eval "rate_$i=$rate used_$i=$used"
      # The first turn warms all three.
      [ "$turn" = 0 ] || { echo "$rate" >>"$work/rate-$i"; echo "$used" >>"$work/used-$i"; }
    done
    if [ "$turn" != 0 ]; then
      for i in 1 2; do
        eval "a=\$rate_$i b=\$rate_0 c=\$used_$i d=\$used_0"
        awk -v a="$b" -v b="$a" 'BEGIN { print a / b }' >>"$work/ratio-rate-$i"
        awk -v a="$c" -v b="$d" 'BEGIN { print a / b }' >>"$work/ratio-used-$i"
      done
    fi
  done
  for i in 1 2; do
    name=$([ $i = 1 ] && echo closed || echo open) goal=$([ $i = 1 ] && echo "under 1 %" || echo "under 3 %")
    row "/$path, 30 connections, the page $name" "$(median "$work/rate-$i")/s" "without $(median "$work/rate-0")/s: $(percent "$(median "$work/ratio-rate-$i")" 1) in each turn's pair; goal: $goal"
    row "what one request uses of the processor then" "$(median "$work/used-$i") µs" "without $(median "$work/used-0") µs: $(percent "$(median "$work/ratio-used-$i")" 1)"
  done
done

# With a host of its own: those above have 1,000 requests of wrk's.
stop_all
pids=()
start_host open 4944 --offline-port 4954
ready 4944
node "$BENCH_ROOT/bench/commands/page.mjs" "$BENCH_CACHE/browser" http://127.0.0.1:4954 http://127.0.0.1:4944

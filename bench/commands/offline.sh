#!/usr/bin/env bash
# offline [TURNS]: Twilio, offline: conversations, a message from end to end, what --offline costs, what is kept; against @stoplight/prism-cli

turns="${1:-8}"
scratch

need wrk wrk
npm_packages "$BENCH_CACHE/prism" @stoplight/prism-cli@5.16.0 @twilio/cli-core@9.0.0
# The program as it is shipped, in machine code.
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release --nologo -v:q >&2
dotnet pack "$BENCH_ROOT/src/Ahoy.Cli" -c Release --no-build -p:AhoyVersion=0.1.0 -o "$work/packages" -v:q >&2
echo "<configuration><packageSources><clear/><add key='ahoy' value='$work/packages'/></packageSources></configuration>" >"$work/nuget.config"
(cd "$work" && NUGET_PACKAGES="$work/nuget" dotnet tool install ahoy --version 0.1.0 --tool-path "$work/tool" >&2)
dotnet build "$BENCH_ROOT/bench/Ahoy.Benchmarks" -c Release --nologo -v:q >&2
client="$BENCH_ROOT/bench/commands/offline.mjs"

# Two folders of the same Functions: a host writes what runs into its own.
for service in plain offline; do
  mkdir -p "$work/$service/functions"
  echo "{\"name\":\"$service\"}" >"$work/$service/package.json"
  echo "exports.handler = (context, event, callback) => callback(null, { ok: true });" >"$work/$service/functions/json.js"
  cat >"$work/$service/functions/sms.protected.js" <<'JS'
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hello back');
  callback(null, twiml);
};
JS
done

now() { date +%s%N; }
row() { printf '%-64s %16s   %s\n' "$1" "$2" "$3"; }
ready() { until curl -sf -o /dev/null "http://127.0.0.1:$1/json"; do sleep 0.005; done; }
start_host() {
  local service="$1" port="$2"
  shift 2
  "$work/tool/ahoy" start "$work/$service" --port "$port" --no-logs "$@" >"$work/$service.log" 2>&1 & pids+=($!); started=$!
}
# What a process has used of the processor so far, in milliseconds: the same on a busy machine.
processor() { awk -v hz="$(getconf CLK_TCK)" '{ printf "%.0f\n", ($14 + $15) * 1000 / hz }' "/proc/$1/stat"; }
stop_host() { kill "$started"; wait "$started" 2>/dev/null || true; }

dotnet exec "$BENCH_ROOT/bench/Ahoy.Benchmarks/bin/Release/net10.0/Ahoy.Benchmarks.dll" offline "$turns" >"$work/inside"
read -r _ rate least most processor < <(grep conversations "$work/inside")
row "conversations in process, fast clock, one after the other" "$rate/s" "$least to $most; $processor in a second of the processor; goal: 5,000/s"
row "10,000 messages and 1,000 calls kept" "$(awk '/kept/ { print $2 }' "$work/inside") MB" "goal: under 50 MB"

# Starts by turns, so that a busy moment of the machine is in both.
for _ in $(seq "$turns"); do
  for service in plain offline; do
    from=$(now)
    if [ "$service" = plain ]; then start_host plain 4931; else start_host offline 4931 --offline --offline-port 4933; fi
    ready 4931
    echo $((($(now) - from) / 1000000)) >>"$work/starts-$service"
    processor "$started" >>"$work/processor-$service"
    stop_host
  done
done
plain="$(median "$work/starts-plain")" offline="$(median "$work/starts-offline")"
row "start to first response with --offline, median of $turns" "$offline ms" "without $plain ms: $(awk -v a="$offline" -v b="$plain" 'BEGIN { printf "%+.0f", a - b }') ms; goal: under 40 ms more"
plain="$(median "$work/processor-plain")" offline="$(median "$work/processor-offline")"
row "what that start uses of the processor" "$offline ms" "without $plain ms: $(awk -v a="$offline" -v b="$plain" 'BEGIN { printf "%+.0f", a - b }') ms"

start_host plain 4931
start_host offline 4932 --offline --offline-port 4933
ready 4931
ready 4932
for connections in 1 30; do
  rm -f "$work"/rate-*
  for turn in $(seq 0 "$turns"); do
    for port in 4931 4932; do
      rate="$(wrk -t1 -c"$connections" -d1s "http://127.0.0.1:$port/json" | awk '/Requests\/sec/ { print $2 }')"
      # The first turn warms both.
      [ "$turn" = 0 ] || echo "$rate" >>"$work/rate-$port"
    done
  done
  without="$(median "$work/rate-4931")" with="$(median "$work/rate-4932")"
  row "a request that sends nothing, $connections connection(s), with --offline" "$with/s" "without $without/s: $(awk -v a="$with" -v b="$without" 'BEGIN { printf "%+.1f %%", (b / a - 1) * 100 }'); goal: under 2 %"
done

# A host and its workers, by turns: what one request uses of the processor is the same on a busy machine.
hosts=("${pids[@]: -2}")
all() { local sum=0 pid; for pid in "$1" $(pgrep -P "$1"); do sum=$((sum + $(processor "$pid"))); done; echo "$sum"; }
for _ in $(seq "$turns"); do
  for i in 0 1; do
    before="$(all "${hosts[$i]}")"
    node "$client" get "http://127.0.0.1:$((4931 + i))/json" 2000
    echo $(($(all "${hosts[$i]}") - before)) >>"$work/used-$i"
  done
done
without="$(median "$work/used-0")" with="$(median "$work/used-1")"
row "what 2,000 such requests use of the processor, with --offline" "$with ms" "without $without ms: $(awk -v a="$with" -v b="$without" 'BEGIN { printf "%+.1f %%", (a / b - 1) * 100 }')"

token="$(curl -sf http://127.0.0.1:4933/_ahoy/account | sed 's/.*"authToken":"\([^"]*\)".*/\1/')"
sid="$(curl -sf http://127.0.0.1:4933/_ahoy/account | sed 's/.*"accountSid":"\([^"]*\)".*/\1/')"
read -r alone whole < <(node "$client" message http://127.0.0.1:4933 http://localhost:4932 "$token" "$turns")
row "an inbound message to its delivered reply, one connection" "$whole ms" "the signed POST alone $alone ms: $(awk -v a="$whole" -v b="$alone" 'BEGIN { printf "%+.2f", a - b }') ms; goal: under 1 ms more"

document="$BENCH_CACHE/prism/node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json"
node "$BENCH_CACHE/prism/node_modules/@stoplight/prism-cli/dist/index.js" mock -p 4934 "$document" >"$work/prism.log" 2>&1 & pids+=($!)
for _ in $(seq 1200); do curl -s -o /dev/null http://127.0.0.1:4934/ && break || sleep 0.1; done
authorization="Basic $(printf '%s:%s' "$sid" "$token" | base64 -w0)"
path="2010-04-01/Accounts/$sid/Messages.json"
rm -f "$work"/rest-*
for _ in $(seq "$turns"); do
  node "$client" rest "http://127.0.0.1:4933/api.twilio.com/$path" "$authorization" 100 >>"$work/rest-ahoy"
  node "$client" rest "http://127.0.0.1:4934/$path" "$authorization" 100 >>"$work/rest-prism"
done
ahoy="$(median "$work/rest-ahoy")" prism="$(median "$work/rest-prism")"
row "one REST call, messages.create, kept and delivered" "$ahoy ms" "prism, from the document alone, $prism ms: $(ratio "$prism" "$ahoy") times as long"

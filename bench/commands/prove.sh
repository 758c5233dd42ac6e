#!/usr/bin/env bash
# prove [TURNS]: what ahoy check --prove takes for a finding: the cases of the rules about paths, one Function each, against the same check without runs; by rule, and how many are proved

turns="${1:-3}"
scratch
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release --nologo -v:q >&2
ahoy="$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll"

printf '%-10s %9s %8s %12s %12s %16s %12s\n' rule findings proved "check" "with runs" "a finding" goal
for rule in AHOY1002 AHOY1003 AHOY1004 AHOY1005 AHOY1007 AHOY2001 AHOY2003; do
  service="$work/$rule"
  mkdir -p "$service/functions"
  echo '{ "name": "bench" }' >"$service/package.json"
  # A case begins with its heading; the marks say where it reports.
  awk -v folder="$service/functions" '
    /^\/\/\/\/ / { n++; reports = ($2 == "reports:"); next }
    reports { gsub(/\[\||\|\]|\{\|also:|\|\}/, ""); print >(folder "/case" n ".js") }' "$(find "$BENCH_ROOT/tests/Ahoy.Analysis.Tests/Rules" -name "$rule.cases.js")"
  rm -f "$work"/alone "$work"/proving
  for _ in $(seq "$turns"); do
    for mode in alone proving; do
      options=(); [ "$mode" = alone ] || options=(--prove --prove-processes 4)
      start=$(date +%s%N)
      dotnet exec "$ahoy" check "$service" "${options[@]}" --format json --output "$work/$mode.json" 2>/dev/null || true
      echo $((($(date +%s%N) - start) / 1000000)) >>"$work/$mode"
    done
  done
  node -e '
    const [rule, file, alone, proving] = process.argv.slice(1);
    const { findings, withdrawn = [] } = JSON.parse(require("fs").readFileSync(file));
    const asked = [...findings, ...withdrawn].filter(({ proof }) => proof !== undefined);
    const proved = asked.filter(({ proof }) => proof.verdict === "proved").length;
    console.log(`${rule.padEnd(10)} ${String(asked.length).padStart(9)} ${String(proved).padStart(8)} ${`${alone} ms`.padStart(12)} ${`${proving} ms`.padStart(12)} ${`${((proving - alone) / asked.length).toFixed(1)} ms`.padStart(16)} ${"50 ms".padStart(12)}`);
  ' "$rule" "$work/proving.json" "$(median "$work/alone")" "$(median "$work/proving")"
done

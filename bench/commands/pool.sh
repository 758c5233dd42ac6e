#!/usr/bin/env bash
# pool [HISTORIES [SEED [SCHEDULES]]]: random histories of the worker pool (100000) and schedules of its shell (2000 of each scenario)

histories="${1:-100000}"
seed="${2:-$((RANDOM * 32768 + RANDOM))}"
schedules="${3:-2000}"
for project in Ahoy.Host.Tests Ahoy.Host.Schedules.Tests; do
  dotnet build "$BENCH_ROOT/tests/$project" --nologo -v:q >&2
done

# run PROJECT CLASS: runs a class of tests; what they print of themselves, and what fails.
run() {
  local from status=0
  from=$(date +%s%N)
  (cd "$BENCH_ROOT/tests/$1/bin/Debug/net10.0" && "./$1" -class "*.$2" -showLiveOutput -noColor >"$work/log" 2>&1) || status=$?
  grep -oE '(\.[A-Za-z_]+ \[OUTPUT\]|Reduced to:) .*|History [0-9]+ of seed .*|Collection: .*|.*\[FAIL\].*|Total: .*' "$work/log" | sed -E 's/^\.([A-Za-z_]+) \[OUTPUT\]/\1:/'
  awk -v n="$(($(date +%s%N) - from))" -v what="$2" 'BEGIN { printf "%s: %.1f s\n", what, n / 1e9 }'
  return "$status"
}

scratch
failed=0
echo "histories: $histories, seed: $seed, schedules of each scenario: $schedules"
AHOY_POOL_HISTORIES="$histories" AHOY_POOL_SEED="$seed" run Ahoy.Host.Tests PoolHistoryTests || failed=1
AHOY_POOL_SCHEDULES="$schedules" AHOY_POOL_SEED="$seed" run Ahoy.Host.Schedules.Tests WorkerPoolScheduleTests || failed=1
exit "$failed"

#!/usr/bin/env bash
# testing [RUNS]: Ahoy.Testing: the start of the first service of a process and of each further one, a message, and a suite of 500 tests over four services at once

runs="${1:-5}"
scratch
# The host as the package has it, in machine code.
dotnet pack "$BENCH_ROOT/src/Ahoy.Testing" -c Release -p:AhoyVersion=0.1.0 -o "$work/packages" -v quiet -nologo >&2
unzip -q "$work/packages/Ahoy.Testing.0.1.0.nupkg" -d "$work/package"
host="$(ls "$work"/package/tools/ahoy-*/ahoy.dll)"
dotnet build "$BENCH_ROOT/bench/Ahoy.TestingBench" -c Release --nologo -v:q -p:AhoyTestingHost="$host" >&2
bench="$BENCH_ROOT/bench/Ahoy.TestingBench/bin/Release/net10.0/Ahoy.TestingBench.dll"

# Each run is a process of its own: a first start is only the first of a process. It writes a name and a figure a line.
for _ in $(seq "$runs"); do
  dotnet exec "$bench" >"$work/run"
  while read -r name value; do echo "$value" >>"$work/$name"; done <"$work/run"
done
row() { printf '%-52s %9s %-5s %s\n' "$1" "$(median "$work/$2")" "$3" "$4"; }
echo "medians of $runs processes; 'CPU' is what the process of the tests, the hosts and Node took together"
row "StartAsync, the first service of a process" first-start ms "goal: 400"
row "  CPU" first-start-cpu ms ""
row "StartAsync, each further one" further-start ms "goal: 100; with its disposal before, one after the other"
row "  CPU" further-start-cpu ms ""
row "TextAsync, Fast, median" text-median ms "goal: 2"
row "TextAsync, Fast, p95" text-p95 ms ""
row "  CPU" text-cpu ms "a message"
row "500 tests over four services at once" suite s "with the start of the services"
row "  tests a second" suite-rate /s ""
row "  CPU" suite-cpu s ""

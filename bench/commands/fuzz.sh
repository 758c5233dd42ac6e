#!/usr/bin/env bash
# random and broken input for all that reads what others wrote, guided by the branches that it takes:  fuzz SECONDS [SEED] [TARGET …]
seconds="${1:-10}"
seed="${2:-$RANDOM}"
shift $(($# < 2 ? $# : 2))

project="$BENCH_ROOT/bench/Ahoy.Fuzzing"
dotnet build -c Release "$project" -v quiet -nologo >&2
built="$project/bin/Release/net10.0"

# Instrumented where nothing else is built from: SharpFuzz changes the assemblies.
scratch
cp -R "$built/." "$work/"
dotnet "$built/Ahoy.Fuzzing.dll" instrument "$work"

echo "seed $seed, $seconds seconds a target"
failed=0
dotnet "$work/Ahoy.Fuzzing.dll" run "$seconds" "$seed" "$@" || failed=1
if [ $# -eq 0 ]; then
  node "$work/Node/frames.cjs" "$BENCH_ROOT/src/Ahoy.Host/Workers/node" "$seed" "$seconds" 1000000000 || failed=1
fi
exit $failed

#!/usr/bin/env bash
# Precision and recall of the rules and of four linters over executed cases; with --list, what Ahoy misses or gets wrong
accuracy="$BENCH_ROOT/bench/accuracy"
peers="$BENCH_CACHE/accuracy"
mkdir -p "$peers"
cp "$accuracy"/peers/* "$peers"
stamp="$peers/.installed"
if ! cmp -s "$accuracy/peers/package-lock.json" "$stamp"; then
  (cd "$peers" && npm ci --ignore-scripts --no-audit --no-fund >&2)
  cp "$accuracy/peers/package-lock.json" "$stamp"
fi
# oxlint leaves out what this repository ignores, as all of the cache is; in a repository of its own nothing is.
[ -d "$peers/.git" ] || git init -q "$peers"
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release -v quiet -nologo >&2
node --no-warnings "$accuracy/runner/prove.mjs" >&2
node --no-warnings "$accuracy/runner/measure.mjs" "$peers" "$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll" "$@"

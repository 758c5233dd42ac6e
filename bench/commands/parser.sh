#!/usr/bin/env bash
# JavaScript parsers on one corpus (twilio-run, eslint, esbuild, typescript and what they need): ours, Acornima and Esprima in .NET, acorn, esprima and oxc-parser in Node
corpus="$BENCH_CACHE/corpus"
peers="$BENCH_CACHE/parsers"
npm_packages "$corpus" twilio-run@5.0.1 eslint esbuild typescript
npm_packages "$peers" acorn esprima oxc-parser
cp "$BENCH_ROOT/bench/commands/parser.mjs" "$peers/"

project="$BENCH_ROOT/bench/Ahoy.Benchmarks"
dotnet build -c Release "$project" -v quiet -nologo >&2
ours="$project/bin/Release/net10.0/Ahoy.Benchmarks.dll"
results=$(mktemp)
dotnet "$ours" parser "$corpus/node_modules" | tee "$results"
node "$peers/parser.mjs" "$corpus/node_modules" | tee -a "$results"

figure() { awk -F '\t' -v name="$1" '$1 == name { print $2 }' "$results"; }
parser=$(figure "Ahoy.JavaScript")
for peer in "Acornima" "Esprima .NET"; do
  echo "Ahoy.JavaScript is $(ratio "$parser" "$(figure "$peer")") times as fast as $peer"
done
scopes=$(figure "Ahoy.JavaScript with scopes")
for peer in acorn esprima oxc-parser; do
  echo "Ahoy.JavaScript with scopes is $(ratio "$scopes" "$(figure "$peer")") times as fast as $peer"
done

echo "cold start: the first file in a fresh process (milliseconds; five processes)"
for _ in 1 2 3 4 5; do
  dotnet "$ours" parser-cold "$BENCH_ROOT/samples"
done
rm -f "$results"

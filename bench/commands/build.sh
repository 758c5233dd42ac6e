#!/usr/bin/env bash
# What Ahoy.Sdk adds to a build: clean, nothing to do, one changed Function: [ROUNDS] [--functions N] [--assets N]
# Against an empty class library, by turns in one run; CPU time is given besides the time on the clock: on a machine that does other
# things it is the steadier of the two.
rounds=15 functions=1 assets=0
while [ $# -gt 0 ]; do
  case "$1" in
    --functions) functions="$2"; shift ;;
    --assets) assets="$2"; shift ;;
    *[!0-9]*) echo "usage: bench/run build [ROUNDS] [--functions N] [--assets N]" >&2; exit 2 ;;
    *) rounds="$1" ;;
  esac
  shift
done
scratch
export NUGET_PACKAGES="$work/cache" DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet pack "$BENCH_ROOT/src/Ahoy.Sdk" -c Release -o "$work/packages" -v quiet -p:AhoyVersion=0.1.0 >&2

mkdir -p "$work/empty" "$work/service"
echo "<configuration><packageSources><clear/><add key='ahoy' value='$work/packages'/></packageSources></configuration>" >"$work/nuget.config"
echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' >"$work/empty/empty.csproj"
echo '<Project Sdk="Ahoy.Sdk/0.1.0" />' >"$work/service/service.csproj"

# Functions of some lines in up to twenty folders, and Assets of 20 kB.
node - "$work/service" "$functions" "$assets" <<'JS'
const { mkdirSync, writeFileSync } = require('node:fs');
const [project, functions, assets] = process.argv.slice(2);
const write = (kind, i, name, content) => {
  const folder = `${project}/${kind}/part-${i % 20}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, content);
};
for (let i = 0; i < functions; i++) {
  write('functions', i, `f${i}${i % 3 === 1 ? '.protected' : ''}.js`, `// Function ${i}
exports.handler = async (context, event, callback) => {
  const name = event.name || 'you';
  callback(null, { hello: name, number: ${i} });
};
`);
}
for (let i = 0; i < assets; i++) {
  write('assets', i, `a${i}.${['txt', 'css', 'png'][i % 3]}`, `${i} `.repeat(20_000).slice(0, 20_000));
}
JS

# timed FILE COMMAND…: appends "seconds CPU-seconds" to a file.
timed() {
  local file="$1"
  shift
  { TIMEFORMAT='%R %U %S'; time "$@" >"$work/output" 2>&1; } 2>"$work/time" || { cat "$work/output" >&2; exit 1; }
  awk '{ print $1, $2 + $3 }' "$work/time" >>"$file"
}

column() { awk -v n="$2" '{ print $n }' "$1" >"$1.$2"; median "$1.$2"; }

report() {
  local empty service
  for n in 1 2; do
    empty=$(column "$work/$1.empty" "$n")
    service=$(column "$work/$1.service" "$n")
    echo "$1, $([ "$n" = 1 ] && echo 'on the clock' || echo 'CPU time'): empty class library $empty s, service $service s, $(awk -v a="$service" -v b="$empty" 'BEGIN { printf "%+.2f", a - b }') s, ratio $(ratio "$service" "$empty")"
  done
}

changed="$work/service/functions/part-0/f0.js"
echo "$functions Functions, $assets Assets"
for project in empty service; do dotnet build "$work/$project" >/dev/null; done
for ((i = 0; i < rounds; i++)); do
  for project in empty service; do timed "$work/no-op.$project" dotnet build "$work/$project"; done
done
for ((i = 0; i < rounds; i++)); do
  echo "// Change $i" | tee -a "$work/empty/Class.cs" >>"$changed"
  for project in empty service; do timed "$work/changed.$project" dotnet build "$work/$project"; done
done
for ((i = 0; i < (rounds + 2) / 3; i++)); do
  for project in empty service; do
    rm -rf "$work/$project/bin" "$work/$project/obj"
    timed "$work/clean.$project" dotnet build "$work/$project"
  done
done
report no-op
report changed
report clean

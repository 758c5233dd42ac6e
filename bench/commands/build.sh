#!/usr/bin/env bash
# What Ahoy.Sdk adds to a build: clean and with nothing to do, against an empty class library, alternating in one run
# CPU time is given besides the time on the clock: on a machine that does other things it is the steadier of the two.
rounds="${1:-15}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUGET_PACKAGES="$work/cache" DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet pack "$BENCH_ROOT/src/Ahoy.Sdk" -c Release -o "$work/packages" -v quiet >&2

mkdir -p "$work/empty" "$work/service/functions"
echo "<configuration><packageSources><clear/><add key='ahoy' value='$work/packages'/></packageSources></configuration>" >"$work/nuget.config"
echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' >"$work/empty/empty.csproj"
echo '<Project Sdk="Ahoy.Sdk/0.1.0" />' >"$work/service/service.csproj"
echo 'exports.handler = (context, event, callback) => callback(null, "Ahoy");' >"$work/service/functions/hello.js"

# timed FILE COMMAND…: appends "seconds CPU-seconds" to a file.
timed() {
  local file="$1"
  shift
  { TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1, $2 + $3 }' >>"$file"
}

column() { awk -v n="$2" '{ print $n }' "$1" >"$1.$2"; median "$1.$2"; }

report() {
  local empty service
  for n in 1 2; do
    empty=$(column "$work/$1.empty" "$n")
    service=$(column "$work/$1.service" "$n")
    echo "$1, $([ "$n" = 1 ] && echo 'on the clock' || echo 'CPU time'): empty class library $empty s, service $service s, ratio $(ratio "$service" "$empty")"
  done
}

for project in empty service; do dotnet build "$work/$project" >/dev/null; done
for ((i = 0; i < rounds; i++)); do
  for project in empty service; do timed "$work/no-op.$project" dotnet build "$work/$project"; done
done
for ((i = 0; i < (rounds + 2) / 3; i++)); do
  for project in empty service; do
    rm -rf "$work/$project/bin" "$work/$project/obj"
    timed "$work/clean.$project" dotnet build "$work/$project"
  done
done
report no-op
report clean

#!/usr/bin/env bash
# all [--short] [OUTPUT]: every row of docs/performance.md's first table in one run against its peers; writes the table, and says where a ratio has drifted
#
# Rows with a peer are compared by turns, one run of each, so that a machine that is slower for a minute is so for both; the ratio counts, and is compared with the
# last run's (kept in bench/last.tsv: commit it with the page). --short makes fewer runs, and leaves out the 3,000 files and the peers that take minutes to install.

short=0
[ "${1:-}" != --short ] || { short=1; shift; }
output="${1:-$BENCH_CACHE/all.md}"
turns=9 seconds=5 saves=30
[ $short = 0 ] || { turns=5 seconds=2 saves=10; }
scratch
need wrk wrk
linters="$BENCH_CACHE/linters"
npm_packages "$linters" eslint@9 eslint-plugin-promise eslint-plugin-n eslint-plugin-no-floating-promise @biomejs/biome oxlint
npm_packages "$BENCH_CACHE/check-sources" express@5.1.0 async@3.2.6 undici@7.10.0 nodemailer@7.0.5 knex@3.1.0
npm_packages "$BENCH_CACHE/twilio-run" twilio-run@5.0.1 twilio@6.2.0

# The program as the packages have it.
packages="$work/packages"
dotnet pack "$BENCH_ROOT/src/Ahoy.Sdk" -c Release -p:AhoyVersion=0.1.0 -p:AhoyNative="$(command -v clang gcc >/dev/null && echo true || echo false)" -o "$packages" -v quiet -nologo >&2
unzip -q "$packages/Ahoy.Sdk.0.1.0.nupkg" -d "$work/sdk"
portable=(dotnet exec "$work/sdk/tools/ahoy/ahoy.dll")
native="$(ls "$work"/sdk/tools/ahoy-*/ahoy 2>/dev/null || true)"
if [ -n "$native" ]; then
  chmod +x "$native"
  ahoy=("$native")
else
  echo "No native program: this machine has no clang or gcc. The rows are of the one that .NET runs." >&2
  ahoy=("${portable[@]}")
fi

# shellcheck source=/dev/null
. "$BENCH_ROOT/bench/services.sh"
node "$BENCH_ROOT/bench/commands/all.mjs" --turns "$turns" --seconds "$seconds" --saves "$saves" --short "$short" \
  --work "$work" --linters "$linters" --twilio-run "$BENCH_CACHE/twilio-run" --root "$BENCH_ROOT" --last "$BENCH_ROOT/bench/last.tsv" --output "$output" \
  --portable "$work/sdk/tools/ahoy/ahoy.dll" -- "${ahoy[@]}"
cat "$output"

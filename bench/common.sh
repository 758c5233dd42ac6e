# What the commands of bench/run share. Sourced, not run.

# need TOOL PACKAGE: installs a Debian package where its tool is missing.
need() {
  command -v "$1" >/dev/null && return
  echo "installing $2" >&2
  { apt-get update && apt-get install -y --no-install-recommends "$2"; } >/dev/null 2>&1 ||
    { echo "'$1' is missing, and the package '$2' could not be installed." >&2; exit 2; }
}

# npm_packages FOLDER PACKAGE…: installs npm packages once into a folder of the cache.
npm_packages() {
  local folder="$1" stamp
  shift
  stamp="$folder/.installed"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$*" ] && return
  mkdir -p "$folder"
  (cd "$folder" && [ -f package.json ] || echo '{"private":true}' >"$folder/package.json")
  (cd "$folder" && npm install --no-audit --no-fund --ignore-scripts "$@" >&2)
  echo "$*" >"$stamp"
}

# median FILE: the median of a file of numbers.
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# ratio A B: A divided by B, with two digits.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# scratch: makes the folder $work; in the end what was added to $pids is stopped, and the folder goes.
scratch() {
  work="$(mktemp -d)"
  pids=()
  trap 'stop_all; rm -rf "$work"' EXIT
}
stop_all() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
}

# ahoy_programs: the ahoy command as the packages have it: $portable, which .NET runs, with machine code for this system; and $native, empty where nothing can link it.
ahoy_programs() {
  local folder="$BENCH_CACHE/ahoy" project="$BENCH_ROOT/src/Ahoy.Cli/Ahoy.Cli.csproj"
  dotnet build "$project" -c Release --nologo -v:q >&2
  rm -rf "$folder"*
  dotnet msbuild "$project" -nologo -v:q -t:Publish -p:Configuration=Release -p:NoBuild=true -p:UseAppHost=false -p:PublishDir="$folder/" >&2
  dotnet msbuild "$project" -nologo -v:q -t:AhoyCompile -p:Configuration=Release -p:NoBuild=true -p:UseAppHost=false -p:PublishDir="$folder/" >&2
  portable="$(ls "$folder"-*/ahoy.dll)"
  native=""
  if command -v clang >/dev/null || command -v gcc >/dev/null; then
    dotnet publish "$BENCH_ROOT/build/repo/Native/ahoy.csproj" -c Release --nologo -v:q -o "$folder-native" >&2
    native="$folder-native/ahoy"
  else
    echo "There is no native program: this machine has neither clang nor gcc." >&2
  fi
}

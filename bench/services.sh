# The folders that bench/run all measures with. Sourced by all.sh, which has made $work.
small="$work/small" large="$work/large" many="$work/check-244"

# A small service, as most are.
mkdir -p "$small/functions" "$small/assets"
echo '{"name":"small"}' >"$small/package.json"
echo "exports.handler = (context, event, callback) => callback(null, { ok: true });" >"$small/functions/json.js"
echo "exports.handler = (context, event, callback) => callback(null, '0');" >"$small/functions/word.js"
head -c 100000 /dev/zero | tr '\0' x >"$small/assets/asset.txt"

# 300 Functions and 1,000 Assets.
mkdir -p "$large/functions" "$large/assets"
cp "$small/package.json" "$large/"
cp "$small"/functions/*.js "$large/functions/"
for i in $(seq 298); do cp "$small/functions/json.js" "$large/functions/f$i.js"; done
for i in $(seq 1000); do head -c 20000 "$small/assets/asset.txt" >"$large/assets/a$i.txt"; done

# 244 files of npm packages, every second one with a handler; the same as bench/run check, which says why.
mkdir -p "$many/functions"
echo '{ "name": "many", "version": "1.0.0" }' >"$many/package.json"
count=0
while IFS= read -r file; do
  name="$(printf '%03d' "$count")-$(basename "$file" .js)"
  if [ $((count % 2)) = 0 ]; then
    { cat "$file"; printf '\nexports.handler = async function (context, event, callback) { try { await context.getTwilioClient().messages.create({ to: event.to }); return callback(null, {}); } catch (error) { return callback(error); } };\n'; } >"$many/functions/$name.js"
  else
    cp "$file" "$many/functions/$name.private.js"
  fi
  count=$((count + 1))
  [ "$count" -lt 244 ] || break
done < <(cd "$BENCH_CACHE/check-sources/node_modules" && find "$PWD" -name '*.js' -size +400c -size -15500c -path '*/lib/*' -not -path '*/test/*' | LC_ALL=C sort)
# Linters look below their configuration's folder only.
rm -rf "$linters/functions" && cp -r "$many/functions" "$linters/functions"

# 3,000 files: the same ones again and again, 14 MB and more.
huge="$work/check-3000"
mkdir -p "$huge/functions"
cp "$many/package.json" "$huge/"
for copy in $(seq -w 12); do
  mkdir "$huge/functions/$copy"
  cp "$many"/functions/* "$huge/functions/$copy/"
done
rm -rf "$linters/huge" && cp -r "$huge/functions" "$linters/huge"

# Ten Functions, as `dotnet build` builds them.
ten="$work/ten"
mkdir -p "$ten/functions"
echo '{"name":"ten","version":"1.0.0"}' >"$ten/package.json"
: >"$ten/.env"
for i in $(seq 0 9); do echo "exports.handler = (context, event, callback) => callback(null, '$i');" >"$ten/functions/f$i.js"; done

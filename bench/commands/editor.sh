#!/usr/bin/env bash
# editor [SECONDS]: ahoy lsp beside the language servers of oxlint and Biome on the same 244 files; then SECONDS (3600) of scripted editing, with the memory

seconds="${1:-3600}"
scratch
peers="$BENCH_CACHE/editor"
npm_packages "$peers" oxlint@1 @biomejs/biome@2
ahoy_programs

# 244 Functions of the usual size, one of them of 1,000 lines.
mkdir -p "$work/functions"
echo '{ "name": "bench", "private": true, "dependencies": {} }' >"$work/package.json"
echo '{ "vcs": { "enabled": false } }' >"$work/biome.json"
echo '{}' >"$work/.oxlintrc.json"
cat >"$work/functions/notify.js" <<'JS'
exports.handler = async function (context, event, callback) {
  const client = context.getTwilioClient();
  const unused = 1;
  if (!event.to) {
    return;
  }

  client.messages.create({ to: event.to, from: context.FROM_NUMBER, body: 'Hello' });
  callback(null, 'sent');
};
JS
for n in $(seq 242); do sed "s/Hello/Hello $n/" "$work/functions/notify.js" >"$work/functions/notify-$n.js"; done
{
  sed '$d' "$work/functions/notify.js"
  for n in $(seq 198); do printf "  if (event.a%d) {\n    const value = await client.messages.list({ limit: %d });\n    console.log(value.length);\n  }\n\n" "$n" "$n"; done
  echo '};'
} >"$work/functions/long.js"

servers=("ahoy (portable)" dotnet exec "$portable" lsp --)
ours="ahoy (portable)"
if [ -n "$native" ]; then
  ours="ahoy (native)"
  servers=("$ours" "$native" lsp -- "${servers[@]}")
fi

node "$BENCH_ROOT/bench/commands/editor.mjs" "$work" 9 "$seconds" "${servers[@]}" \
  oxlint "$peers/node_modules/.bin/oxlint" --lsp -- \
  Biome "$peers/node_modules/.bin/biome" lsp-proxy | tee "$work/results"

figure() { awk -F '\t' -v name="$1" -v what="$2" '$1 == name && $2 ~ what { print $3 }' "$work/results"; }
for peer in oxlint Biome; do
  for what in "first diagnostics" "keystroke in 1,000 lines, median" "keystroke in 1,000 lines, 95 %" "files open"; do
    theirs=$(figure "$peer" "$what")
    [ -z "$theirs" ] || echo "$what: $ours takes $(ratio "$(figure "$ours" "$what")" "$theirs") times what $peer takes"
  done
done
# Biome's server outlives its editors.
(cd "$work" && "$peers/node_modules/.bin/biome" stop >/dev/null 2>&1) || true

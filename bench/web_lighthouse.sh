#!/usr/bin/env bash
# Lighthouse's scores for the pages of attest serve:
#
#   bench/web_lighthouse.sh build-release/bin/attest
#
# Needs node, npm (Lighthouse comes through npx), Chromium and python3. Exits with 1 when a score is under
# 0.95.
# The performance score is of the machine too: run it where nothing else runs. "machine" is Lighthouse's own
# benchmark of it; under 1,000 the blocking times say little.
set -euo pipefail
program=$1
export CHROME_PATH=${ATTEST_CHROMIUM:-/usr/bin/chromium}
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

"$program" serve --port 0 2>"$folder/serve.log" &
touch "$folder/serve.log"
until grep -q 'at http' "$folder/serve.log"; do sleep 0.1; done
base=$(sed -n 's|.*at \(http://[^/]*\)/.*|\1|p' "$folder/serve.log")
question='q=What+is+the+first-line+treatment+for+anismus%3F'

# Lighthouse sometimes loses the beginning of its own recording (NO_NAVSTART) and asks to be run again.
measure() {
  local attempt
  for attempt in 1 2 3; do
    npx --yes lighthouse@12.8.2 "$1" --quiet --chrome-flags="--headless=new --no-sandbox" \
      --only-categories=performance,accessibility,best-practices --output=json \
      --output-path="$folder/out.json" >/dev/null 2>"$folder/errors" && return 0
    grep -q NO_NAVSTART "$folder/errors" || return 1
  done
  return 1
}

status=0
for page in / "/answer?$question" "/answer?$question&for=patient" "/answer?$question&for=partner" \
  /source/S001 '/search?q=biofeedback' '/compare?x=biofeedback&y=botulinum+toxin&of=anismus' /audit \
  /collection /about; do
  measure "$base$page" || {
    tail -n 3 "$folder/errors" >&2
    status=1
    continue
  }
  python3 - "$page" "$folder/out.json" <<'PY' || status=1
import json, sys
found = json.load(open(sys.argv[2]))
scores = {name: category["score"] for name, category in found["categories"].items()}
shown = "   ".join(f"{name} {score:.2f}" for name, score in scores.items())
print(f"{sys.argv[1]:<64} {shown}   machine {found['environment']['benchmarkIndex']:.0f}", flush=True)
sys.exit(min(scores.values()) < 0.95)
PY
done
exit $status

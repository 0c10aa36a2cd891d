#!/usr/bin/env bash
# Installs what the browser tests need: Chromium and Node from Debian, Node's libraries from npm as
# tests/web/package-lock.json names them. Exits with 0 when they can run and with 1, after one line that says
# why, when they cannot; ctest then skips them and says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

give_up() {
  echo "the browser tests will be skipped: $1" >&2
  exit 1
}

# Node may come from elsewhere, with npm in it: Debian's packages are for where there is none.
if ! command -v chromium >/dev/null || ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  timeout 300 scripts/install_packages.sh --web || give_up "Debian's packages could not be installed"
fi

# What was installed from this lock file stays.
stamp=tests/web/node_modules/.package-lock.json
if [ -f "$stamp" ] && [ "$stamp" -nt tests/web/package-lock.json ]; then
  exit 0
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The libraries run no scripts of their own when they are installed.
if ! timeout 90 npm ci --prefix tests/web --ignore-scripts --no-audit --no-fund --fetch-retries=1 \
  --fetch-timeout=20000 >"$log" 2>&1; then
  rm -rf tests/web/node_modules
  tail -n 3 "$log" >&2
  give_up "npm's registry could not be reached, or not in 90 seconds"
fi

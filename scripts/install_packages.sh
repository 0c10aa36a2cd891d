#!/usr/bin/env bash
# Installs the Debian packages that are missing, and nothing when none is.
#
#   scripts/install_packages.sh               what building and running needs
#   scripts/install_packages.sh --developer   that, and what testing, fuzzing and linting need
#   scripts/install_packages.sh --web         what the browser tests need (scripts/install_web_tests.sh)
#
# Needs root to install. Without it, prints the one command to run and exits with 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sections="build"
case "${1:-}" in
  "") ;;
  --developer) sections="build developer" ;;
  --web) sections="web" ;;
  *) echo "usage: scripts/install_packages.sh [--developer | --web]" >&2; exit 2 ;;
esac

wanted=$(awk -v sections="$sections" '
  BEGIN { n = split(sections, names, " "); for (i = 1; i <= n; ++i) take["[" names[i] "]"] = 1 }
  /^[[:space:]]*(#|$)/ { next }
  /^\[/ { on = ($1 in take); next }
  on { print $1 }' scripts/packages.txt)

if ! command -v dpkg-query >/dev/null; then
  echo "This is not a Debian system. Install what these Debian 12 packages are called there:" >&2
  echo $wanted >&2
  exit 3
fi

missing=()
for package in $wanted; do
  # A Node from elsewhere brings its npm, and Debian's would not go beside it.
  if [ "$package" = npm ] && command -v npm >/dev/null; then continue; fi
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "Some packages are missing. Run this, then the same command again:" >&2
  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 3
fi

echo "installing ${#missing[@]} packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
install=(apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}")
# The package lists may be absent or old: fetch them only when the first try says so.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "${install[@]}" </dev/null >"$log" 2>&1; then
  apt-get update --quiet --quiet </dev/null >"$log" 2>&1 || { cat "$log" >&2; exit 3; }
  "${install[@]}" </dev/null >"$log" 2>&1 || { cat "$log" >&2; exit 3; }
fi

#!/usr/bin/env bash
# Lays every C++ file out as .clang-format says. With --check it only looks, names the files that are laid out
# otherwise and fails; it ends with 77, "skipped" to ctest, where clang-format 14 is not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v clang-format-14 >/dev/null; then
  echo "clang-format-14 is not installed: scripts/install_packages.sh --developer" >&2
  exit 77
fi
each_file() {
  git ls-files --cached --others --exclude-standard -- '*.cpp' '*.h' | xargs -r -n 40 -P "$(nproc)" "$@"
}
if [ "${1:-}" = --check ]; then
  if ! each_file clang-format-14 --dry-run -Werror --ferror-limit=1; then
    echo "not as .clang-format lays it out: run scripts/format.sh" >&2
    exit 1
  fi
else
  each_file clang-format-14 -i
fi

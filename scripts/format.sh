#!/usr/bin/env bash
# Lays every C++ file out as .clang-format says. The lint stage of scripts/test.sh only looks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
git ls-files --cached --others --exclude-standard -- '*.cpp' '*.h' |
  xargs -r -n 40 -P "$(nproc)" clang-format-14 -i

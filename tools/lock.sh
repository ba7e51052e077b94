#!/bin/sh
# Writes requirements/*.txt from requirements/*.in: every package with its version and the hashes of its files.
# usage: tools/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make lock"

for name in install run develop bench; do
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links "$@" "requirements/$name.in" --output-file "requirements/$name.txt"
done

#!/usr/bin/env bash
# Made by argmap: installs argmap in an environment of its own, with Python 3.11 or newer.
set -euo pipefail
ROOT="$${AUTOGRADER_ROOT:-/autograder}"
python="$$(command -v python3.13 || command -v python3.12 || command -v python3.11 || true)"
if [ -z "$$python" ] && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  python=python3
fi
if [ -z "$$python" ]; then
  apt-get update
  apt-get install -y --no-install-recommends python3.11 python3.11-venv
  python=python3.11
elif ! "$$python" -c 'import ensurepip' 2>/dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends "$$(basename "$$(readlink -f "$$python")")-venv"
fi
"$$python" -m venv "$$ROOT/argmap"
"$$ROOT/argmap/bin/pip" install --no-cache-dir $package

#!/usr/bin/env bash
# Made by argmap: grades the file that was handed in; of several the best counts.
set -euo pipefail
ROOT="$${AUTOGRADER_ROOT:-/autograder}"
mkdir -p "$$ROOT/results"
"$${ARGMAP:-$$ROOT/argmap/bin/argmap}" grade "$$ROOT/submission" $against \
  --format gradescope --points $most --jobs 1 -o "$$ROOT/results/results.json"

#!/usr/bin/env bash
# Made by argmap: grades the file that was handed in; of several the best counts.
set -euo pipefail
ROOT="$${GRADE_ROOT:-/grade}"
mkdir -p "$$ROOT/results"
"$${ARGMAP:-argmap}" grade "$$ROOT/student" $against \
  --format prairielearn --points $most --jobs 1 -o "$$ROOT/results/results.json"

#!/bin/sh
# Time a training step: Recto and PyTorch, in turn, one thread each, medians over all rounds.
#
#   tests/Bench/steps.sh PEER [ROUNDS]      PEER is pytorch_steps.py, for instance ../shared/bench/pytorch_steps.py
#
# The peer needs PyTorch, which Recto does not: on Debian, apt-get install python3-torch python3-numpy libopenblas0-pthread
set -eu

peer=${1:?usage: tests/Bench/steps.sh PEER [ROUNDS]}
rounds=${2:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
times=$(mktemp)
trap 'rm -f "$times"' EXIT

/usr/bin/python3 -c 'import torch' 2>/dev/null || {
  echo "steps.sh: PyTorch is not installed; on Debian: apt-get install python3-torch python3-numpy libopenblas0-pthread" >&2
  exit 5
}

round=1
while [ "$round" -le "$rounds" ]; do
  "$root/build.sh" bench steps | sed 's/^/recto\t/' >>"$times"
  /usr/bin/python3 "$peer" | sed 's/^/pytorch\t/' >>"$times"
  round=$((round + 1))
done

# who, name, milliseconds, smallest first: the middle one of each is its median
cut -f 1,2,5 "$times" | LC_ALL=C sort -k 1,2 -k 3,3n | awk -v rounds="$rounds" '
  { line[$1, $2]++; if (line[$1, $2] == int((rounds + 1) / 2)) median[$1, $2] = $3; names[$2] = 1 }
  END {
    printf "%-6s %10s %10s %8s\n", "", "Recto", "PyTorch", "ratio"
    split("ae sdae vae cae", order, " ")
    for (i = 1; i <= 4; i++) {
      name = order[i]; ratio = median["pytorch", name] / median["recto", name]; sum += log(ratio)
      printf "%-6s %7.3f ms %7.3f ms %8.2f\n", name, median["recto", name], median["pytorch", name], ratio
    }
    printf "geometric mean %.2f\n", exp(sum / 4)
  }'

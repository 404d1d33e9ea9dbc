#!/usr/bin/env bash
# Processor seconds of clusterings beside Hipparchus, Commons Math, Tribuo, Smile, scikit-learn and R's package cluster, three
# fresh processes each, in turns: the median of the first fit in a process, and of the least of further ones, and the result by
# which they are compared. Run by hand; takes some minutes.
#
#   examples/benchmarks/clustering.sh FOLDER [PATTERN]   FOLDER takes 150 MB of generated numbers; with a PATTERN such as
#                                                        "k-medoids" or "uniform", only the comparisons whose name it matches
#
# A peer that is not installed, or fails, is said and left out; what it said is in FOLDER/errors.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?name a folder for the generated numbers}
pattern=${2:-}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
peers=$PWD/examples/benchmarks/src/main/peers
python=${PYTHON:-/usr/bin/python3}

# CLASS_PATH: of what is compiled already
if [[ -z ${CLASS_PATH:-} ]]; then
  mvn -q -B -Pheavy -pl examples/benchmarks -am compile dependency:build-classpath -Dmdep.outputFile="$folder/class-path" \
    -Dmdep.includeScope=runtime >&2
  CLASS_PATH=examples/benchmarks/target/classes:$(cat "$folder/class-path")
fi
java() { command java -XX:+UseSerialGC -Xmx6g -cp "$CLASS_PATH" dev.rapport.examples.benchmarks.ClusteringFits "$@"; }
# What the bar says: twice the raw numbers, and what a JVM needs for itself
lean() { command java -XX:+UseSerialGC -Xmx128m -Xmn12m -cp "$CLASS_PATH" dev.rapport.examples.benchmarks.ClusteringFits "$@"; }
sklearn() { OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$peers/clustering.py" "$@"; }
r() { Rscript "$peers/clustering.R" "$@"; }

# name, then commands each in quotes
compare() {
  local name=$1; shift
  [[ $name == *"$pattern"* ]] || return 0
  local -A first=() again=() result=() failed=()
  local round command line seconds figure warm
  for round in 1 2 3; do
    for command in "$@"; do
      [[ -z ${failed[$command]:-} ]] || continue
      if ! line=$($command 2>>"$folder/errors") || ! read -r seconds figure warm <<<"$line" || [[ -z $warm ]]; then
        failed[$command]=yes
        continue
      fi
      first[$command]+="$seconds"$'\n'
      again[$command]+="$warm"$'\n'
      result[$command]=$figure
    done
  done
  for command in "$@"; do
    if [[ -n ${failed[$command]:-} ]]; then
      printf '%-24s %-28s failed, see %s\n' "$name" "${command//$folder /}" "$folder/errors"
      continue
    fi
    printf '%-24s %-28s %8s s %8s s   %s\n' "$name" "${command//$folder /}" \
      "$(printf '%s' "${first[$command]}" | sort -n | sed -n 2p)" "$(printf '%s' "${again[$command]}" | sort -n | sed -n 2p)" \
      "${result[$command]}"
  done
}

[[ -e $folder/amounts ]] || java generate "$folder"
for data in uniform blobs; do
  compare "k-means, $data" "java kmeans $folder $data" "lean kmeans $folder $data" "sklearn kmeans $folder $data" \
    "java smile $folder $data" "java hipparchus $folder $data" "java commons-math $folder $data" "java tribuo $folder $data"
done
compare "k-medoids, 5,000" "java medoids $folder" "r medoids $folder"
compare "natural breaks, 1 M" "java breaks $folder"

#!/usr/bin/env bash
# Processor seconds of clusterings beside Hipparchus, Commons Math, Tribuo, Smile, scikit-learn and R's package cluster, three
# fresh processes each, in turns: the median of the first fit in a process, and of the least of further ones, and the result by
# which they are compared. Run by hand; takes some minutes.
#
#   examples/benchmarks/clustering.sh FOLDER      FOLDER takes 150 MB of generated numbers
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?name a folder for the generated numbers}
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
  local -A first=() again=() result=()
  for round in 1 2 3; do
    for command in "$@"; do
      read -r seconds figure warm < <($command)
      first[$command]+="$seconds"$'\n'
      again[$command]+="$warm"$'\n'
      result[$command]=$figure
    done
  done
  for command in "$@"; do
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

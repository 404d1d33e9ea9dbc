#!/usr/bin/env bash
# Processor seconds of fits beside R (package survival), scikit-learn and Smile, three fresh processes each, in turns:
# the median is printed, of ours also the least of further fits in the same process, and the figure by which the results
# are compared. Run by hand; takes some minutes. With LARGE=1 also 10 million rows, which take
# 1.9 GB.
#
#   examples/benchmarks/statistics.sh FOLDER [CDNOW_sample.txt]      FOLDER takes some hundred MB of generated columns
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?name a folder for the generated columns}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cdnow=${2:-}
peers=$PWD/examples/benchmarks/src/main/peers
python=${PYTHON:-/usr/bin/python3}

[[ -n ${SKIP_BUILD:-} ]] || mvn -q -B -Pheavy -pl examples/benchmarks -am compile dependency:build-classpath -Dmdep.outputFile="$folder/class-path" \
  -Dmdep.includeScope=runtime >&2
ours() {
  java -XX:+UseSerialGC -Xmx8g -cp "examples/benchmarks/target/classes:$(cat "$folder/class-path")" \
    dev.rapport.examples.benchmarks.StatisticsFits "$@"
}
r() { Rscript "$peers/statistics.R" "$@"; }
sklearn() { OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$peers/statistics.py" "$@"; }

# name, then commands each in quotes
compare() {
  local name=$1; shift
  local -A times=() figures=() again=()
  for round in 1 2 3; do
    for command in "$@"; do
      read -r seconds figure warm < <($command)
      times[$command]+="$seconds"$'\n'
      again[$command]+="${warm:-}"$'\n'
      figures[$command]=$figure
    done
  done
  for command in "$@"; do
    median=$(printf '%s' "${times[$command]}" | sort -n | sed -n 2p)
    warm=$(printf '%s' "${again[$command]}" | sort -n | sed -n 2p)
    printf '%-28s %-32s %8s s %8s   %s\n' "$name" "${command//$folder\//}" "$median" "${warm:+$warm s}" "${figures[$command]}"
  done
}

for rows in 10000 100000 1000000 10000000; do
  [[ $rows -lt 10000000 || -n ${LARGE:-} ]] || continue
  [[ -e $folder/$rows/yes ]] || ours generate "$folder/$rows" "$rows"
done
compare "Kaplan-Meier, 1 M" "ours km $folder/1000000" "r km $folder/1000000"
compare "Cox, 100,000 x 10" "ours cox $folder/100000" "r cox $folder/100000"
compare "concordance, 1 M" "ours concordance $folder/1000000" "r concordance $folder/1000000"
compare "logit, 1 M x 20" "ours logit $folder/1000000" "sklearn logit $folder/1000000" "ours smile $folder/1000000"
if [[ -n $cdnow ]]; then
  mkdir -p "$folder/cdnow"
  "$python" - "$cdnow" "$folder/cdnow" <<'P'
import datetime, struct, sys
days = {}
for line in open(sys.argv[1]):
    parts = line.split()
    day = datetime.datetime.strptime(parts[2], "%Y%m%d").date()
    if day <= datetime.date(1997, 9, 30):
        days.setdefault(parts[0], set()).add(day)
columns = {"repeats": [], "last": [], "watched": []}
for bought in days.values():
    first = min(bought)
    columns["repeats"].append(len(bought) - 1.0)
    columns["last"].append((max(bought) - first).days / 7.0)
    columns["watched"].append((datetime.date(1997, 9, 30) - first).days / 7.0)
for name, values in columns.items():
    open(sys.argv[2] + "/" + name, "wb").write(struct.pack("<%dd" % len(values), *values))
P
  compare "CDNOW, BG/NBD" "ours cdnow $folder/cdnow"
  compare "CDNOW, Pareto/NBD" "ours cdnow-pareto $folder/cdnow"
fi
for rows in 10000 100000 1000000; do
  compare "growth, $rows rows" "ours km $folder/$rows" "ours cox $folder/$rows" "ours logit $folder/$rows"
done
[[ -z ${LARGE:-} ]] || compare "growth, 10000000 rows" "ours km $folder/10000000" "ours logit $folder/10000000"

#!/usr/bin/env bash
# Customers to people beside OR-Tools and Timefold: two thousand customers, forty people whose hours are used to 91 %, a cost for
# misfits and hand-overs, and revenue that should be even. Each solver in a process of its own, one after the other; then all
# answers are held beside each other by one evaluation that knows nothing but the case. Of instances of the generalised
# assignment problem, our bound beside the value of the linear relaxation. Run by hand; takes some minutes.
#
#   examples/benchmarks/allocation.sh FOLDER [INSTANCE ...]
#
# FOLDER takes the answers. SECONDS_OURS (5), SECONDS_PEERS (60) and SEED (1) may be set; HINTED=yes gives CP-SAT a second go
# that begins with our answer of one second.
set -euo pipefail
folder=${1:?name a folder for the answers}
shift
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
instances=()
for instance; do instances+=("$(realpath "$instance")"); done
cd "$(dirname "$0")/../.."
ours=${SECONDS_OURS:-5}
peers=${SECONDS_PEERS:-60}
seed=${SEED:-1}

# CLASS_PATH: of what is compiled already
if [[ -z ${CLASS_PATH:-} ]]; then
  mvn -q -B -Pheavy -pl examples/benchmarks -am compile dependency:build-classpath -Dmdep.outputFile="$folder/class-path" \
    -Dmdep.includeScope=runtime >&2
  CLASS_PATH=examples/benchmarks/target/classes:$(cat "$folder/class-path")
fi
run() {
  java -XX:+UseSerialGC -Xmx4g -cp "$CLASS_PATH" dev.rapport.examples.benchmarks.AssignmentBesidePeers "$@" \
    2>>"$folder/errors"
}

# case, folder of its answers, then solver and seconds in turns
beside() {
  local case=$1 answers=$2; shift 2
  rm -rf "$answers"
  printf '\n== %s, load %s\n' "$(basename "$case")" "$(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo not known)"
  while [[ $# -gt 0 ]]; do
    run "$1" "$case" "$seed" "$2" "$answers" >/dev/null || echo "$1 failed, see $folder/errors"
    shift 2
  done
  run compare "$case" "$seed" "$answers"
}

solvers=(rapport "$ours" cp-sat "$peers" timefold "$peers" glop 0)
[[ ${HINTED:-} != yes ]] || solvers+=(cp-sat-hinted "$peers")
beside balanced "$folder/balanced" "${solvers[@]}"
for instance in "${instances[@]}"; do
  beside "$instance" "$folder/$(basename "$instance")" rapport "$ours" glop 0
done

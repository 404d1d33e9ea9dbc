#!/usr/bin/env bash
# What a plan costs by the number of customers: the quickstart's sample written as a folder, read and planned in a process of
# its own for each size. Run by hand.
#
#   examples/benchmarks/plan.sh FOLDER [CUSTOMERS ...]     default: 300 1000 3000 10000
#   examples/benchmarks/plan.sh FOLDER columns [CUSTOMERS ...]     default: 10000 100000 1000000
#
# With columns the customers are made up and come as columns, with the sample's policies as far as they read no series.
# FOLDER takes the books, and the policies.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?name a folder for the books}
shift
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# CLASS_PATH: of what is compiled already, quickstart and benchmarks
if [[ -z ${CLASS_PATH:-} ]]; then
  mvn -q -B -Pheavy -pl examples/quickstart,examples/benchmarks -am compile >&2
  mvn -q -B -Pheavy -pl examples/benchmarks -am compile dependency:build-classpath -Dmdep.outputFile="$folder/class-path" \
    -Dmdep.includeScope=runtime >&2
  CLASS_PATH=examples/benchmarks/target/classes:examples/quickstart/target/classes:$(cat "$folder/class-path")
fi
run() { java -XX:+UseSerialGC -Xmx8g -cp "$CLASS_PATH" "$@"; }

if [[ ${1:-} == columns ]]; then
  shift
  [[ $# -gt 0 ]] || set -- 10000 100000 1000000
  mkdir -p "$folder/policies"
  cp examples/quickstart/src/main/resources/sample/policies/*.json "$folder/policies"
  rm "$folder"/policies/{assignment,cells,experiments,signs,usage-kinds}.json
  for customers; do
    run dev.rapport.examples.benchmarks.ColumnPlanFigures "$folder/policies" "$customers" 2
  done
  exit
fi
[[ $# -gt 0 ]] || set -- 300 1000 3000 10000
for customers; do
  run dev.rapport.examples.quickstart.Main --customers "$customers" --write-sample "$folder/book-$customers" >&2
  run dev.rapport.examples.benchmarks.PlanFigures "$folder/book-$customers" 2026-06-30 2026-03-31
done

#!/usr/bin/env bash
# The ledger of milestones in figures: what a day's tick costs however much is planned, and firings beside db-scheduler and
# Quartz, on SQLite and on a PostgreSQL server that is started for it where Debian's package is installed (as root). Both
# databases make each commit outlive a loss of power. Run by hand; takes some minutes.
#
#   examples/benchmarks/ledger.sh FOLDER [FIRINGS [PLANNED]]     default: 20000 firings, 100000 planned occurrences at most
#
# FOLDER takes the databases; with ten million planned, 12 GB each.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?name a folder for the databases}
firings=${2:-20000}
planned=${3:-100000}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# CLASS_PATH: of what is compiled already
if [[ -z ${CLASS_PATH:-} ]]; then
  mvn -q -B -Pheavy -pl examples/benchmarks -am compile dependency:build-classpath -Dmdep.outputFile="$folder/class-path" \
    -Dmdep.includeScope=runtime >&2
  CLASS_PATH=examples/benchmarks/target/classes:$(cat "$folder/class-path")
fi
run() { java -XX:+UseSerialGC -Xmx4g -cp "$CLASS_PATH" "$@"; }

urls=("jdbc:sqlite:$folder/ledger.db")
initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1 || true)
if [[ -n ${POSTGRESQL_URL:-} ]]; then
  urls+=("$POSTGRESQL_URL")
elif [[ -n $initdb && $(id -u) == 0 ]]; then
  store=$folder/postgresql
  port=${PORT:-54387}
  control=${initdb%initdb}pg_ctl
  rm -rf "$store"
  install -d -o postgres "$store"
  su postgres -c "$initdb -D $store/data -A trust -E UTF8 --locale=C.UTF-8" >/dev/null
  su postgres -c "$control -D $store/data -l $store/log -w start \
    -o '-p $port -k $store -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c max_wal_size=4GB'" >/dev/null
  trap 'su postgres -c "$control -D $store/data -m fast stop" >/dev/null; rm -rf "$store"' EXIT
  urls+=("jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres")
else
  echo "PostgreSQL is not installed, or this is not root: SQLite only" >&2
fi

for url in "${urls[@]}"; do
  printf '\n== %s, three processes each, in turns\n' "${url%%\?*}"
  for round in 1 2 3; do
    for name in rapport-recorded rapport db-scheduler quartz; do
      rm -f "$folder"/ledger.db*
      run dev.rapport.examples.benchmarks.FiringsBesidePeers "$name" "$url" "$firings" 2>"$folder/errors" \
        || { echo "$name did not finish, see $folder/errors"; cp "$folder/errors" "$folder/errors-$name"; }
    done
  done
done

printf '\n== A day of a hundred due, however much is planned\n'
for url in memory "${urls[@]}"; do
  rm -f "$folder"/ledger.db*
  sizes=()
  for (( size = 10000; size <= planned; size *= 10 )); do sizes+=("$size"); done
  run dev.rapport.examples.benchmarks.MilestoneFigures "$url" "${sizes[@]}"
done
rm -f "$folder"/ledger.db*

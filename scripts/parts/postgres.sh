# A PostgreSQL of our own: an empty cluster in a temporary folder on a free port, gone afterwards.
# Sourced after say.sh; sets postgres_url. The cluster forgoes durability: it never outlives the script.

postgres_folder=""
postgres_url=""

start_postgres() {
  local bin port
  bin=$(postgres_bin) || give_up "PostgreSQL is missing; scripts/setup installs it"
  port=$(free_port)
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/nanghang-postgres.XXXXXX")
  if [ "$(id -u)" = 0 ]; then chown postgres "$postgres_folder"; fi
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 \
    >"$postgres_folder.log" 2>&1 || give_up "initdb failed, see $postgres_folder.log"
  as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/server.log" -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start >>"$postgres_folder.log" 2>&1 ||
    give_up "PostgreSQL does not start, see $postgres_folder/server.log"
  postgres_url="postgres://postgres@127.0.0.1:$port/postgres"
}

stop_postgres() {
  if [ -z "$postgres_folder" ]; then return; fi
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgres_folder" "$postgres_folder.log"
  postgres_folder=""
}

# An empty database of its own in the running cluster: prints its address.
new_database() {
  as_postgres "$(postgres_bin)/psql" -q "$postgres_url" -c "CREATE DATABASE $1" >&2
  printf '%s' "${postgres_url%/postgres}/$1"
}

# Where the newest server programs lie; Debian keeps them off the PATH.
postgres_bin() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then printf '%s' "$newest"
  elif have initdb; then dirname "$(command -v initdb)"
  else return 1; fi
}

# The server refuses to run as root, so root hands over to the user that the package made.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

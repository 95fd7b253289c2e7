# A demonstration server on a free port, gone afterwards. Sourced after say.sh.
# start_server PROGRAM [OPTION…] sets server_address, server_pid and server_folder.

server_pid=""
server_folder=""
server_address=""

start_server() {
  local program=$1
  shift
  server_folder=$(mktemp -d "${TMPDIR:-/tmp}/nanghang-serve.XXXXXX")
  server_address="http://127.0.0.1:$(free_port)"
  # A developer's own settings stay out of it.
  env -u NANGHANG_DATABASE_URL -u NANGHANG_DATA_DIR -u NANGHANG_PROVINCE -u NANGHANG_TODAY -u NANGHANG_IMPRINT \
    "$program" serve --demo --bind "${server_address#http://}" --data-dir "$server_folder/data" "$@" \
    >"$server_folder/out" 2>"$server_folder/err" </dev/null &
  server_pid=$!
  wait_for_server || { cat "$server_folder/out" "$server_folder/err" >&2; give_up "the server does not answer"; }
}

stop_server() {
  if [ -z "$server_pid" ]; then return; fi
  kill -TERM "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  rm -rf "$server_folder"
  server_pid=""
}

# Until /healthz answers, at most 30 s, and not when the server has ended.
wait_for_server() {
  local tries
  for tries in $(seq 600); do
    if answers "$server_address/healthz"; then return 0; fi
    kill -0 "$server_pid" 2>/dev/null || return 1
    sleep 0.05
  done
  return 1
}

# Whether an address answers 200, asked without any program of the machine.
answers() {
  local host=${1#http://} path status
  path=/${host#*/}
  host=${host%%/*}
  exec 3<>"/dev/tcp/${host%:*}/${host#*:}" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$path" "$host" >&3
  read -r -t 5 _ status _ <&3
  exec 3>&-
  [ "$status" = 200 ]
} 2>/dev/null

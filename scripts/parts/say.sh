# Words for the terminal, and how a script ends badly. Sourced, never run.

say() { printf '\n\033[1m== %s\033[0m\n' "$*" >&2; }

give_up() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# A port that nobody listens on just now.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s' "$port"
}

# An nginx that serves the bytes and headers of a page from a file: what the bench compares with.
# Sourced after say.sh. copy_page URL NAME for each page, then start_nginx; sets nginx_address.

nginx_pid=""
nginx_folder=""
nginx_address=""

# Keeps a page as the server sends it, compressed, and its headers as nginx directives.
copy_page() {
  nginx_folder=${nginx_folder:-$(mktemp -d "${TMPDIR:-/tmp}/nanghang-nginx.XXXXXX")}
  curl -sf -H 'Accept-Encoding: gzip' -D "$nginx_folder/$2.head" -o "$nginx_folder/$2.page" "$1" || give_up "no answer from $1"
  # nginx says these itself.
  tr -d '\r' <"$nginx_folder/$2.head" | tail -n +2 |
    grep -viE '^(content-length|content-type|date|connection|server|transfer-encoding|last-modified|accept-ranges):|^$' |
    sed -E "s/'/\\\\'/g; s/^([^:]+): *(.*)$/add_header \1 '\2' always;/" >"$nginx_folder/$2.conf"
}

start_nginx() {
  local port page user=""
  port=$(free_port)
  if [ "$(id -u)" = 0 ]; then user="user root;"; fi
  {
    printf 'daemon off; %s worker_processes auto; pid %s/pid; error_log %s/error.log;\n' "$user" "$nginx_folder" "$nginx_folder"
    printf 'events { worker_connections 4096; }\nhttp {\n  access_log off; sendfile on; tcp_nopush on; etag off; if_modified_since off;\n'
    printf '  keepalive_requests 100000000; open_file_cache max=64; default_type "text/html; charset=utf-8";\n'
    for page in client_body proxy fastcgi uwsgi scgi; do printf '  %s_temp_path %s/%s;\n' "$page" "$nginx_folder" "$page"; done
    printf '  server {\n    listen 127.0.0.1:%s backlog=1024; root %s;\n' "$port" "$nginx_folder"
    for page in "$nginx_folder"/*.page; do
      page=$(basename "$page" .page)
      printf '    location = /%s.page { include %s/%s.conf; }\n' "$page" "$nginx_folder" "$page"
    done
    printf '  }\n}\n'
  } >"$nginx_folder/nginx.conf"
  nginx -p "$nginx_folder" -c "$nginx_folder/nginx.conf" -e "$nginx_folder/error.log" </dev/null &
  nginx_pid=$!
  nginx_address="http://127.0.0.1:$port"
  until curl -so /dev/null "$nginx_address/"; do kill -0 "$nginx_pid" || give_up "nginx does not start"; done
}

stop_nginx() {
  if [ -n "$nginx_pid" ]; then kill "$nginx_pid" 2>/dev/null; wait "$nginx_pid" 2>/dev/null; fi
  if [ -n "$nginx_folder" ]; then rm -rf "$nginx_folder"; fi
  nginx_pid="" nginx_folder=""
}

#!/bin/sh
# Sees to it that tests find nginx, wrk and Caddy, with which they try deploy/. Without them those tests are skipped.
set -u
all_there() {
  for name in nginx wrk caddy openssl; do
    PATH="$PATH:/usr/sbin" command -v "$name" >/dev/null 2>&1 || return 1
  done
  [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]
}
all_there && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  for package in nginx-light libnginx-mod-http-brotli-static wrk caddy openssl; do
    RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$package" >/dev/null # 1: installed, not started
  done
  all_there && exit 0
fi
echo "The configurations in deploy/ are tried with nginx, wrk and Caddy, and some were not found." >&2
echo "Install them (Debian, Ubuntu: apt install nginx-light libnginx-mod-http-brotli-static wrk caddy openssl)," >&2
echo "then run make test again. Until then their tests are skipped." >&2
exit 0

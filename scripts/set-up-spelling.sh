#!/bin/sh
# Sees to it that kb spell finds hunspell and its dictionaries. Kyrgyz needs none.
set -u
missing=""
command -v hunspell >/dev/null 2>&1 || missing=yes
for name in ru_RU kk_KZ uz_UZ; do
  [ -f "/usr/share/hunspell/$name.dic" ] || missing=yes
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends \
    hunspell hunspell-ru hunspell-kk hunspell-uz >/dev/null && exit 0
fi
echo "kb spell needs hunspell and its dictionaries, and they were not found." >&2
echo "Install them (Debian, Ubuntu: apt install hunspell hunspell-ru hunspell-kk hunspell-uz)." >&2
exit 1

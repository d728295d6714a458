#!/bin/sh
# Sees to it that the tests can build the site on another day. Without faketime they build it twice on one day.
set -u
command -v faketime >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends faketime >/dev/null
fi
exit 0

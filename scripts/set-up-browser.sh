#!/bin/sh
# Sees to it that tests find a Chromium: the one on the PATH, else Playwright's own, else Debian's package.
set -u
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
.venv/bin/python -m playwright install chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "The browser tests need Chromium, and none was found or could be fetched." >&2
echo "Install it (Debian, Ubuntu: apt install chromium; macOS: brew install chromium), then run make test again." >&2
exit 1

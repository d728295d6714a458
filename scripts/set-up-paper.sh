#!/bin/sh
# Sees to it that WeasyPrint finds Pango, which sets the PDFs. Without it the site is built, and has no PDF.
set -u
.venv/bin/python -W ignore -c "import weasyprint" >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null
  .venv/bin/python -W ignore -c "import weasyprint" >/dev/null 2>&1 && exit 0
fi
echo "PDFs need the library Pango, and it was not found. Everything else is built." >&2
echo "Install it (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0;" >&2
echo "macOS: brew install pango), then run make papers." >&2
exit 0

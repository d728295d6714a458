#!/bin/sh
# Sees to it that tests find the programs that readers open our papers with: pdftotext, LibreOffice, EPUBCheck.
# Without them those tests are skipped, and say so; CI must have them.
set -u
missing=""
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui libreoffice-impress-nogui"
command -v epubcheck >/dev/null 2>&1 || missing="$missing epubcheck"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  # shellcheck disable=SC2086 # one word a package
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Some tests open the papers with programs that were not found:$missing (the names of Debian and Ubuntu)." >&2
echo "Those tests are skipped. Install the programs and run make test again to have them too." >&2
exit 0

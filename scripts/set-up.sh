#!/bin/sh
# Makes .venv with what stands in a lock file, once; says what to install where it cannot.
# usage: sh scripts/set-up.sh requirements.txt
set -eu
lock=$1
usable='import sys; sys.exit(not (3, 11) <= sys.version_info[:2])'
python=""
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c "$usable" >/dev/null 2>&1; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "Birge needs Python 3.11 or newer, and none was found on this machine." >&2
  echo "Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python;" >&2
  echo "Windows: python.org), then run the same command again." >&2
  exit 1
fi
if [ ! -x .venv/bin/python ]; then
  if ! "$python" -m venv .venv; then
    rm -rf .venv
    echo "$python cannot make a virtual environment. Debian, Ubuntu: apt install python3-venv; then run this again." >&2
    exit 1
  fi
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1
unset PYTHONWARNDEFAULTENCODING # pip itself does not name encodings
.venv/bin/python -m pip install --quiet --require-hashes --requirement "$lock"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .

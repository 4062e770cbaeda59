#!/bin/sh
# Makes .venv with the newest Python that works and installs the project and its tools there.
set -eu
cd "$(dirname "$0")/.."
venv=.venv
stamp=$venv/installed-from.txt
source=$(cksum pyproject.toml)

works() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

newest_python() {
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if works "$name" && "$name" -c 'import venv, ensurepip' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    for name in python3.13 python3.12 python3.11 python3; do
        if works "$name"; then
            echo "Python is here, but it cannot make an environment: apt install python3-venv" >&2
            exit 1
        fi
    done
    echo "Python 3.11 or newer is needed: apt install python3 python3-venv" >&2
    exit 1
}

if works $venv/bin/python && [ -e $stamp ] && [ "$(cat $stamp)" = "$source" ]; then
    exit 0
fi
if ! works $venv/bin/python || ! $venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(newest_python)
    echo "Making $venv with $("$python" --version)"
    "$python" -m venv --clear $venv
fi
echo "Installing journeymapper and what it needs into $venv (some 300 MB the first time)"
$venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
$venv/bin/python -m compileall -q journeymapper  # so that the first start is as fast as the next
echo "$source" > $stamp

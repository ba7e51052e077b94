#!/bin/sh
# Makes .venv where there is none and puts in it what a lock file names, each file by its hash. Safe to run again.
# usage: tools/install.sh LOCK        PYTHON chooses the Python that .venv is made from
set -eu
cd "$(dirname "$0")/.."
venv=.venv

fail() { echo "install: $1" >&2; exit 2; }

find_python() {
    for python in ${PYTHON:-} python3.11 python3 python3.12 python3.13; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    fail "Golden Thread needs Python 3.11 or later; set PYTHON to where it is"
}

# Debian's Python cannot put pip into a new environment without the package python3-venv; its own pip can, from outside.
make_environment() {
    find_python
    "$python" -m venv "$venv" >/dev/null 2>&1 && return
    rm -rf "$venv"
    "$python" -m pip --version >/dev/null 2>&1 || fail "$python comes without pip: on Debian, apt-get install python3-venv"
    "$python" -m venv --without-pip "$venv" || fail "$python can make no virtual environment"
}

pip() {
    if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip --disable-pip-version-check --quiet "$@"
    else
        find_python
        "$python" -m pip --python "$venv/bin/python" --disable-pip-version-check --quiet "$@"
    fi
}

# uv does in seconds what pip does in half a minute. Where it cannot be had or cannot get through, pip installs the same
# files. Both trust what the machine trusts: an organisation's own network often puts its certificate before all others.
# Both compile what they install: a command would otherwise spend most of its time on that, each time where nothing may
# be written.
install() {
    if [ -x "$venv/bin/uv" ]; then
        "$venv/bin/uv" pip install --system-certs --quiet --compile-bytecode --python "$venv/bin/python" "$@" && return
        echo "install: uv cannot install this here, going on with pip" >&2
    fi
    pip install "$@"
}

[ -x "$venv/bin/python" ] || make_environment
[ -x "$venv/bin/uv" ] || pip install --require-hashes -r requirements/install.txt || echo "install: no uv here, going on with pip" >&2
install --require-hashes -r "$1"
install --no-deps --no-build-isolation --editable .

#!/bin/sh
# Makes this folder ready: the locked Python packages in .venv, and LibreOffice and the font Carlito for the PDF.
#   klaar.sh plan    to make plans; does nothing, in milliseconds, when it was done before
#   klaar.sh klaar   the same, and looks again whether LibreOffice and Carlito are there
#   klaar.sh code    with what the checks of the code need
#   klaar.sh test    with what the tests need: LibreOffice and Carlito too
# It may be broken off at any moment: each part is marked as done only when it is whole.
set -eu
PATH=$PATH:/usr/sbin:/sbin # dpkg needs these, and a plain `su` leaves them out
cd "${0%/*}/.."
task=$1
case $task in plan | klaar) lock=requirements.lock ;; *) lock=requirements-dev.lock ;; esac

say() { printf '%s\n' "$@"; }
stop() { say "$@" >&2 && exit 3; }

# --- What is there ---

# A mark holds the place of .venv, its Python and the file that it was made from: a change of any makes it void.
state() { printf '%s|%s|%s\n' "$PWD" "$(readlink -f .venv/bin/python)" "$(cksum <"$1")"; }
mark() { state "$1" >".venv/klaar-$1"; }
marked() {
    [ -x .venv/bin/python ] && [ -f ".venv/klaar-$1" ] || return 1
    read -r made <".venv/klaar-$1" || return 1
    [ "$made" = "$(state "$1")" ]
}
python_ready() { marked "$lock" && marked pyproject.toml; }

has_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }
has_libreoffice() {
    for program in soffice libreoffice /usr/lib/libreoffice/program/soffice /opt/libreoffice*/program/soffice \
        /Applications/LibreOffice.app/Contents/MacOS/soffice; do
        if command -v "$program" >/dev/null; then return; fi
    done
    return 1
}
has_font() { # Carlito, or Calibri itself
    find -L /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts /Library/Fonts ~/Library/Fonts \
        /Applications/LibreOffice.app/Contents/Resources/fonts \
        -iname 'carlito*' -print -o -iname 'calibri*' -print 2>/dev/null | grep -q .
}
pdf_ready() { [ ! -f .venv/apt ] && has_libreoffice && has_font; }
missing_debian_packages() {
    has_venv || printf ' python3-venv'
    has_libreoffice || printf ' libreoffice-writer-nogui'
    has_font || printf ' fonts-crosextra-carlito'
}

# --- Installing ---

quietly() { # shows the end of a command's output, and only when it fails
    output=$(mktemp)
    if "$@" >"$output" 2>&1; then failed=; else failed=yes; fi
    [ -z "$failed" ] || tail -n 15 "$output" | sed 's/^/  | /' >&2
    rm -f "$output"
    [ -z "$failed" ]
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
can_apt() { command -v apt-get >/dev/null && as_root true 2>/dev/null; }
apt_install() {
    as_root dpkg --configure -a >/dev/null 2>&1 || : # repairs an installation that was broken off
    as_root apt-get -qq update >/dev/null 2>&1 || :  # one source that is out of reach need not matter
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --fix-broken \
        --no-install-recommends -o DPkg::Lock::Timeout=120 install "$@"
}
pip_install() {
    quietly .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check "$@" ||
        stop 'De Python-pakketten zijn niet geïnstalleerd. Kijk of er internet is en probeer het opnieuw.'
}

make_venv() {
    rm -rf .venv
    command -v python3 >/dev/null || stop 'Python ontbreekt. Installeer Python 3.11 of nieuwer.'
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "Python 3.11 of nieuwer is nodig; hier staat $(python3 --version 2>&1)."
    if python3 -m venv .venv >/dev/null 2>&1; then return; fi
    if can_apt; then
        say 'Python aanvullen met venv ...'
        apt_install python3-venv || :
    fi
    has_venv || stop 'Python mist hier het onderdeel venv. Vraag een beheerder om dit uit te voeren:' \
        "  sudo apt-get update && sudo apt-get install --no-install-recommends$(missing_debian_packages)" \
        'Geef daarna uw opdracht opnieuw.'
    quietly python3 -m venv --clear .venv || stop 'De map .venv voor de Python-pakketten kan niet worden gemaakt.'
}
make_python_ready() {
    # New packages may come on top of what stands; for anything else .venv is made anew.
    if ! marked requirements.lock || { [ -f .venv/klaar-requirements-dev.lock ] && ! marked "$lock"; }; then
        make_venv
    fi
    if ! marked "$lock"; then
        say 'Python-pakketten installeren (ongeveer een minuut) ...'
        pip_install --require-hashes --only-binary :all: --requirement "$lock"
    fi
    marked pyproject.toml || pip_install --no-index --no-deps --no-build-isolation --editable .
    mark requirements.lock
    mark "$lock"
    mark pyproject.toml
}
make_pdf_ready() {
    if can_apt; then
        say 'LibreOffice en het lettertype Carlito installeren, voor de PDF (enkele minuten) ...'
        # What is asked for is written down until it is done: when broken off, half a LibreOffice looks whole.
        [ -f .venv/apt ] || missing_debian_packages >.venv/apt
        # shellcheck disable=SC2046 # package names: one word each
        apt_install $(cat .venv/apt) || :
        rm .venv/apt
    fi
    pdf_ready || say 'Let op: voor de PDF ontbreekt nog LibreOffice of het lettertype Carlito.' \
        'Het Word-bestand wordt wel gemaakt. Op Debian voert een beheerder dit uit:' \
        "  sudo apt-get update && sudo apt-get install --no-install-recommends$(missing_debian_packages)" \
        'Geef daarna de opdracht: make klaar' >&2
}

show_word_files_in_git_diff() { # in this clone only, and not over a choice of one's own
    [ -e .git ] && command -v git >/dev/null || return 0
    git config diff.docx.textconv >/dev/null 2>&1 ||
        git config diff.docx.textconv 'python3 tools/docx_tekst.py' 2>/dev/null || :
}

# --- What has to be done ---

if [ "$task" = plan ] && [ -f .venv/klaar-pdf ] && python_ready; then exit; fi
if command -v flock >/dev/null; then # two at once: the second waits for the first, and then finds it done
    exec 9<pyproject.toml && flock 9
fi
python_ready || make_python_ready
show_word_files_in_git_diff
[ "$task" = code ] || pdf_ready || make_pdf_ready
[ "$task" = code ] || : >.venv/klaar-pdf # done, or tried in vain: `make klaar` tries again
[ "$task" != test ] || pdf_ready || stop 'De tests hebben LibreOffice en Carlito nodig.'
[ "$task" != klaar ] || say 'Klaar. Een plan maken: make plan WIJK=nieuwland'

# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# What app/run and tests/run share: packages, configuring, building. Sourced, never started.
# Writes only below build/ in the checkout; what it says goes to stderr, so that stdout stays the program's.

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)

# What the program is built with and started with. Everything else comes as a dependency of these.
packages_build=(
    g++ cmake ninja-build ccache
    qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqt6opengl6-dev libgl-dev libegl-dev
    libqt6sql6-sqlite qtkeychain-qt6-dev libsecret-1-0 libmd4c-dev libzip-dev libenchant-2-dev libexpected-dev ca-certificates qt6-translations-l10n
)
# The faces that the design is drawn with; the program does without them.
packages_fonts=(fonts-inter fonts-jetbrains-mono)

say() { printf 'breakwater: %s\n' "$*" >&2; }

# Says each argument on its own line and ends.
stop() {
    printf 'breakwater: %s\n' "$1" >&2
    shift
    (($# == 0)) || printf '            %s\n' "$@" >&2
    exit 1
}

# Prints those of the given packages that are not installed.
missing_packages() {
    local installed package
    installed=$(dpkg-query --show --showformat='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^ii *//p') || true # dpkg-query fails when it does not know one
    for package in "$@"; do
        grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Starts a command as root: as it is, or through sudo.
as_root() {
    if ((EUID == 0)); then "$@"; else sudo -- "$@"; fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -- "$@" >&2
}

# Installs what is missing of the given packages. Asks the network only if something is.
require_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian or Ubuntu, so nothing is installed for you; building with what is here."
        say "needed: a C++20 compiler, CMake 3.22, Ninja, Qt 6.4 or later (Base, Charts, Svg, Linguist tools, SQLite driver), QtKeychain for Qt 6, md4c, libzip, Enchant 2, tl::expected."
        return
    fi
    local missing unknown=() package command
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    command="apt-get install --no-install-recommends ${missing[*]}"
    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop "these packages are missing, and there is no sudo to install them with." \
            "Let an administrator run, once:" "  $command"
        [[ -t 0 ]] || sudo --non-interactive true 2>/dev/null ||
            stop "these packages are missing, and sudo would ask for a password where nobody can type it." \
                "Run once in a terminal:" "  sudo $command"
    fi
    say "installing ${#missing[@]} packages, once: ${missing[*]}"
    as_root apt-get update --quiet -o DPkg::Lock::Timeout=300 >&2 || say "the package lists could not be refreshed; trying with the old ones."
    for package in "${missing[@]}"; do
        apt-cache show -- "$package" >/dev/null 2>&1 || unknown+=("$package")
    done
    ((${#unknown[@]} == 0)) || stop "apt knows no package of this name here: ${unknown[*]}" \
        "Without a network, connect and start again: it is needed this one time." \
        "On Ubuntu, the component 'universe' has to be on: sudo add-apt-repository universe" \
        "Breakwater is built on Debian 12 and Ubuntu 24.04; an older release lacks what it needs."
    apt_install "${missing[@]}" || stop "apt could not install the packages; its own words are above." \
        "Without a network, connect and start again: it is needed this one time." \
        "If another program holds the package lock, let it finish and start again." \
        "By hand:" "  ${command/#/$([[ $EUID == 0 ]] || printf 'sudo ')}"
}

# Prometheus as a program, not as a service: apt would start it, for good and at all addresses of this computer. Where it
# is installed already, whatever it does there stays as it is.
require_prometheus() {
    command -v apt-get >/dev/null && [[ -n $(missing_packages prometheus) ]] || return 0
    local unit=prometheus.service
    if [[ -d /run/systemd/system ]]; then
        as_root systemctl mask --quiet "$unit" || true # what is masked is not started
    fi
    require_packages prometheus
    if [[ -d /run/systemd/system ]]; then
        as_root systemctl unmask --quiet "$unit" || true
        as_root systemctl disable --quiet "$unit" || true
    elif [[ -x /etc/init.d/prometheus ]]; then
        as_root /etc/init.d/prometheus stop >/dev/null || true
        as_root update-rc.d prometheus disable || true
    fi
}

# The same for packages that are only nice to have: a failure is said and forgotten, and tried once in a checkout.
want_packages() {
    local missing
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    [[ ! -e $root/build/.asked-for-fonts ]] || return 0
    mkdir -p -- "$root/build" && : >"$root/build/.asked-for-fonts"
    ((EUID == 0)) || { command -v sudo >/dev/null && { [[ -t 0 ]] || sudo --non-interactive true 2>/dev/null; }; } || return 0
    say "installing the fonts of the design: ${missing[*]}"
    apt_install "${missing[@]}" || say "going on without them."
}

# Compilers at once: one for each processor, but no more than memory holds (the heaviest file takes about 0.8 GB).
jobs_here() {
    local processors memory=0
    processors=$(nproc)
    [[ ! -r /proc/meminfo ]] || memory=$(awk '/^MemAvailable/ { print int($2 / 800000) }' /proc/meminfo)
    ((memory > 0 && memory < processors)) && processors=$memory
    printf '%s\n' "$processors"
}

# Whether a source is newer than the last good build of a preset. A folder is newer when a file came or went.
build_is_stale() {
    local stamp=$root/build/$1/.built
    shift
    [[ -e $stamp ]] || return 0
    local newer
    newer=$(find "${@/#/$root/}" "$root/CMakeLists.txt" "$root/CMakePresets.json" -newer "$stamp" -print -quit 2>/dev/null)
    [[ -n $newer ]]
}

# Configures and builds a preset. The stamp carries the time of the start: an edit during the build counts as later.
build_preset() {
    local preset=$1 folder=$root/build/$1 tool
    for tool in cmake ninja; do
        command -v "$tool" >/dev/null || stop "$tool is not installed, so nothing can be built."
    done
    { mkdir -p -- "$folder" "$root/build/tmp" 2>/dev/null && [[ -w $root/build && -w $folder ]]; } ||
        stop "cannot write in $root/build." "The checkout has to belong to the one who starts this."
    exec 9>"$root/build/.lock"
    flock --nonblock 9 || { say "another build is running in this checkout; waiting for it." && flock 9; }
    # A checkout that was moved or copied brings a cache with the old paths.
    if [[ -e $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        say "the checkout has moved; configuring afresh."
        rm -rf -- "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    fi
    (
        cd -- "$root" || exit
        export CCACHE_DIR=$root/build/ccache CCACHE_TEMPDIR=$root/build/ccache/tmp CCACHE_MAXSIZE=2G TMPDIR=$root/build/tmp
        : >"$folder/.building"
        say "configuring ($preset)"
        cmake --preset "$preset" --log-level=WARNING >&2 || exit
        say "building ($preset); the first time takes some minutes"
        cmake --build --preset "$preset" --parallel "$(jobs_here)" >&2 || exit
        mv -- "$folder/.building" "$folder/.built"
    ) 9>&- || stop "the build did not succeed; the reason is above."
    exec 9>&-
}

#!/bin/sh
# build.ps1's twin: prepares what recto needs, then hands over to it. Nothing but a POSIX shell is assumed.
#   ./build.sh [build | demo | test | bench | clean | …] [options]     ./build.sh --help lists recto's own
# Exit codes are recto's: 0 done, 1 a bug of ours, 2 the author's mistake, 5 something is missing, …
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
bin=$home/src/Generator/bin

# In whatever language the machine speaks, the tests' summary is read in English.
export DOTNET_CLI_UI_LANGUAGE=en

# Compilers that outlive this script would hold its output open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

missing() {
    printf 'recto: %s\n' "$1" >&2
    exit 5
}

main() {
    case ${1:-build} in
        clean)
            if [ $# = 1 ]; then
                clean
                exit
            fi
            prepare # of another report: its .cache/ and out/
            exec dotnet "$recto" "$@"
            ;;
        test)
            prepare "$@"
            browser
            tests
            ;;
        bench)
            prepare
            bench "$@"
            ;;
        *)
            prepare
            prints "$@" && browser
            exec dotnet "$recto" "$@"
            ;;
    esac
}

prepare() {
    command -v dotnet >/dev/null || missing 'the .NET SDK 10 is missing: https://dot.net/download'
    command -v npm >/dev/null || missing 'Node.js with npm is missing: https://nodejs.org'
    assets "$@"
    compile
}

# Fonts and scripts, when the lock file changed; tests bring their own besides.
assets() {
    stamp=$home/node_modules/.recto-stamp
    all=$stamp-tests
    if [ "${1:-}" = test ]; then
        cmp -s "$home/package-lock.json" "$all" && return
        (cd "$home" && npm ci --ignore-scripts) || missing 'npm could not restore fonts and scripts (see above)'
        cp "$home/package-lock.json" "$all"
    else
        cmp -s "$home/package-lock.json" "$stamp" && return
        (cd "$home" && npm ci --omit=dev --ignore-scripts) || missing 'npm could not restore fonts and scripts (see above)'
    fi
    cp "$home/package-lock.json" "$stamp"
}

# The generator, when a source changed: compared by content, without MSBuild.
compile() {
    stamp=$bin/.recto-stamp-sh
    wanted=$(sources)
    if [ -f "$stamp" ] && [ "$wanted" = "$(cat "$stamp")" ] && built; then
        return
    fi

    sdk=$(cd "$home" && dotnet --version) || sdk=0
    [ "${sdk%%.*}" -ge 10 ] || missing "the .NET SDK 10 or later is missing: https://dot.net/download"
    rm -f "$bin"/.recto-stamp-*
    (cd "$home" && dotnet restore src/Generator -v quiet) || missing 'NuGet could not restore packages (see above)'
    (cd "$home" && dotnet build src/Generator -c Release --no-restore -v quiet) || exit 1
    built
    printf '%s\n' "$wanted" >"$stamp"
}

sources() {
    cd "$home"
    find src/Generator src/Experiments/Contract Directory.Build.props Directory.Packages.props global.json \
        \( -name bin -o -name obj \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort
}

built() {
    for recto in "$bin"/Release/net10.0/*/recto.dll; do
        [ -f "$recto" ] && return
    done
    return 1
}

# Whether recto may be about to print PDFs.
prints() {
    for argument in "$@"; do
        case $argument in --no-pdf | --help | -h | --version) return 1 ;; esac
    done
    case ${1:-build} in build | demo | -*) return 0 ;; *) return 1 ;; esac
}

# Debian's Chromium, where it is missing and may be installed; elsewhere recto says what to do.
browser() {
    [ -z "${RECTO_BROWSER:-}" ] || return 0
    for name in chromium google-chrome google-chrome-stable microsoft-edge; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    if [ "$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium ||
            printf 'recto: apt could not install chromium (see above)\n' >&2
    fi
}

# Ends with the line "N passed, N failed".
tests() {
    log=${TMPDIR:-/tmp}/recto-tests-$$
    status=$log-status
    (
        cd "$home"
        RECTO_PREPARED=1 dotnet test --solution Recto.slnx -c Release && echo 0 >"$status" || echo 1 >"$status"
    ) | tee "$log"
    passed=$(count succeeded)
    failed=$(count failed)
    code=$(cat "$status")
    rm -f "$log" "$status"
    # Tests that do not even start are a failure too.
    if [ "$code" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    printf '%s passed, %s failed\n' "$passed" "$failed"
    exit "$code"
}

count() {
    sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -n 1 | grep . || echo 0
}

bench() {
    shift
    cd "$home"
    exec dotnet run --project tests/Bench -c Release -- "$@"
}

# Whatever can be made again; neither the site nor the data.
clean() {
    rm -rf "$home/out" "$home/.cache"
    find "$home/src" "$home/tests" \( -name bin -o -name obj \) -type d -prune -exec rm -rf {} +
}

main "$@"

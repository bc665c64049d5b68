# shellcheck shell=bash
# Sourced by ./start and ./load: finds a JDK, builds what is stale. Needs bash 3.2 and the usual tools.

JAVA_WANTED=25

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The feature version of a JDK, read from its release file: faster than starting it.
jdk_version() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Prints the homes of the JDKs that are here, from the places where installers put them.
jdk_homes() {
    local on_path candidate
    on_path=$(command -v javac 2>/dev/null) && on_path=$(cd "$(dirname "$(readlink -f "$on_path")")/.." && pwd)
    for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$on_path" \
        /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/hostedtoolcache/Java_*/*/x64 /opt/jdk* /opt/java/*; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -n "$(jdk_version "$candidate")" ]; then
            printf '%s\n' "$candidate"
        fi
    done
}

# Prints the home of the first JDK that compiles and runs the project.
find_jdk() {
    first_jdk -ge "$JAVA_WANTED"
}

# Prints the home of the first JDK whose version compares so with another.
first_jdk() {
    local home
    while read -r home; do
        if test "$(jdk_version "$home")" "$1" "$2"; then
            printf '%s\n' "$home"
            return 0
        fi
    done < <(jdk_homes)
    return 1
}

# The versions that are here, as the end of a sentence.
found_jdks() {
    local versions
    versions=$(jdk_homes | while read -r home; do jdk_version "$home"; done | sort -n | uniq | tr '\n' ' ')
    printf ' %s' "${versions:+only }${versions:-none}" | sed 's/ $//'
}

require_jdk() {
    JDK=$(find_jdk) || fail "Drivetrain needs a JDK $JAVA_WANTED or newer, and found$(found_jdks). Install one beside it, or set JAVA_HOME:
  Debian, Ubuntu  sudo apt install openjdk-25-jdk   (not there? https://adoptium.net/installation/linux)
  Fedora          sudo dnf install java-25-openjdk-devel
  macOS           brew install openjdk@25
  Windows         wsl --install -d Ubuntu, then in it the line for Ubuntu
  SDKMAN          sdk install java 25.0.1-tem"
}

# Fails if something listens on a port of this machine, or if it isn't a port.
require_free_port() {
    local port=$1 option=$2
    case $port in
        '' | *[!0-9]*) fail "$option needs a port number, not $port." ;;
    esac
    if [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then
        fail "$option needs a port number, not $port."
    fi
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        fail "Port $port is in use; stop what uses it, or choose another one with $option${3-=}PORT."
    fi
}

# What the build reads is newer than what it made.
is_stale() {
    local stamp=$1
    [ -f "$stamp" ] || return 0
    [ -n "$(find pom.xml formatter.xml .mvn patterns functions local acceptance \
        -name target -prune -o -type f \( -path '*/src/main/*' -o -name pom.xml -o -name zip.xml \
        -o -name formatter.xml -o -name maven.config \) -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# Reads Maven's log, and shows the module, how far the build is and the seconds it still takes. A module
# counts by its source files; what time is left follows from the time that is gone.
show_progress() {
    { find patterns functions local acceptance -name target -prune -o -name '*.java' -path '*/src/main/*' \
        -print 2>/dev/null || true; } | awk -F/src/main/ '{ files[$1]++ } END { for (m in files) print files[m], m "/pom.xml" }' |
        while read -r files pom; do
            sed -n "s/^    <name>\(.*\)<\/name>/$files \1/p" "$pom" | head -n 1
        done >target/build.weights
    local terminal=0
    [ -t 1 ] && terminal=1
    awk -v terminal="$terminal" '
        function now(  t) { "date +%s" | getline t; close("date +%s"); return t }
        BEGIN {
            start = now()
            while ((getline line <"target/build.weights") > 0) {
                files = line; sub(/ .*/, "", files); name = line; sub(/^[0-9]+ /, "", name)
                weight[name] = files + 10; whole += files + 10
            }
        }
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
            name = $0; sub(/^\[INFO\] Building /, "", name); sub(/ [0-9][^ ]* +\[[0-9\/]+\]$/, "", name)
            place = $0; sub(/.*\[/, "", place); sub(/\]$/, "", place)
            if (!(name in weight)) next
            # The one that begins now, and as a rule its neighbour, are under way.
            done = begun - last / 2; if (done < 0) done = 0
            begun += weight[name]; last = weight[name]
            gone = now() - start
            left = done > whole / 20 ? sprintf(", %d s left", gone * (whole - done) / done + 0.5) : ""
            text = sprintf("  [%5s] %3d %%%s  %s", place, 100 * done / whole, left, name)
            if (terminal) printf "\r\033[K%s", text; else print text
            fflush()
        }
        END { if (terminal) printf "\r\033[K" }'
    rm -f target/build.weights
}

# Builds everything but the tests, without lint, on the JDK that runs it too.
build() {
    local stamp=$1
    command -v mvn >/dev/null || fail "Drivetrain is built with Maven (3.8 or newer), and there is no mvn on the PATH:
  apt install maven, dnf install maven, brew install maven or sdk install maven."
    printf 'Building Drivetrain (the first time also downloads its libraries) ...\n'
    mkdir -p target
    # A library that is no longer used, or has another version, would stay on the class path.
    rm -rf "$stamp" target/aot local/runtime/target/lib acceptance/target/lib patterns/redrive/target/lib
    local started=$SECONDS
    # C1 alone: a build ends before a second compiler has paid for itself.
    JAVA_HOME=$JDK MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}" \
        mvn --batch-mode -Dquick package 2>&1 | tee target/build.log | show_progress
    if [ "${PIPESTATUS[0]}" -ne 0 ]; then
        grep -m 20 '^\[ERROR\]' target/build.log >&2
        fail "The build failed; all of its output is in target/build.log."
    fi
    touch "$stamp"
    printf 'Built in %s s.\n' $((SECONDS - started))
}

build_if_stale() {
    local stamp=target/built
    if is_stale "$stamp"; then
        build "$stamp"
    fi
}

# The runtime and its libraries, always in the same order, which an AOT cache depends on.
runtime_classpath() {
    printf 'local/runtime/target/runtime.jar'
    printf ':%s' local/runtime/target/lib/*.jar
}

# The cache is there, was made by this JDK, and no jar came after it.
aot_fits() {
    local cache=$1
    [ -f "$cache" ] && [ "$(cat "$cache.jdk" 2>/dev/null)" = "$(cat "$JDK/release")" ] &&
        [ -z "$(find local/runtime/target/runtime.jar local/runtime/target/lib -newer "$cache" -print | head -n 1)" ]
}

# Starts the runtime once more, unseen and with what processor time is left, and keeps what it loaded. Waits
# until the start that it was called from is over, and gives up if that was ended before.
make_aot_later() {
    local cache=$1 libraries=$2 foreground=$$
    shift 2
    mkdir -p "${cache%/*}"
    rm -f "$cache" "$cache".*
    (
        sleep 15 || exit 0
        kill -0 "$foreground" 2>/dev/null || exit 0
        # Of two that make it at the same time the later wins, whole.
        nice -n 19 "$JDK/bin/java" "$@" -Xlog:disable -Xlog:all=error:stderr \
            -XX:AOTCacheOutput="$cache.$foreground" -cp "$libraries" \
            drivetrain.local.Main --api-port 0 --aws-port 0 --check >/dev/null &&
            cp "$JDK/release" "$cache.jdk" && mv "$cache.$foreground" "$cache"
        rm -f "$cache.$foreground" "$cache.$foreground.config"
    ) >"$cache.log" 2>&1 </dev/null &
}

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

is_jdk() {
    [ -x "$1/bin/javac" ] && [ "$(jdk_version "$1")" -ge "$JAVA_WANTED" ] 2>/dev/null
}

# Prints the home of the first JDK that will do, from the places where installers put them.
find_jdk() {
    local on_path candidate
    on_path=$(command -v javac 2>/dev/null) && on_path=$(cd "$(dirname "$(readlink -f "$on_path")")/.." && pwd)
    for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$on_path" \
        /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /opt/jdk* /opt/java/*; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

require_jdk() {
    JDK=$(find_jdk) || fail "Drivetrain needs a JDK $JAVA_WANTED or newer, and found none: install one" \
        "(for example Temurin $JAVA_WANTED) or set JAVA_HOME to it."
}

# What the build reads is newer than what it made.
is_stale() {
    local stamp=$1
    [ -f "$stamp" ] || return 0
    [ -n "$(find pom.xml formatter.xml .mvn patterns functions local acceptance \
        -name target -prune -o -type f \( -path '*/src/main/*' -o -name pom.xml -o -name zip.xml \
        -o -name formatter.xml -o -name maven.config \) -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# Builds everything but the tests, and says which module it is at.
build() {
    local stamp=$1
    command -v mvn >/dev/null || fail "Drivetrain is built with Maven (3.8 or newer), and there is no mvn on the PATH."
    printf 'Building Drivetrain (the first time also downloads its libraries) ...\n'
    mkdir -p target
    local started=$SECONDS
    if ! mvn --batch-mode -DskipTests -Dformatter.skip=true package 2>&1 | tee target/build.log |
        sed -n 's/^\[INFO\] Building \(.*\) 1\.0.*\[\([0-9]*\)\/\([0-9]*\)\]$/  [\2\/\3] \1/p' ||
        [ "${PIPESTATUS[0]}" -ne 0 ]; then
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

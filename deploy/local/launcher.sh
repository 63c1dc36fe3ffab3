# Sourced by the scripts of deploy and system-tests: finds Java, builds what is missing or old, runs the launcher.
# Plain bash 3.2, so that it runs on macOS as well.

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=${DATELINE_HOME:-$checkout/.dateline}
launcher_target=$checkout/deploy/local/target

fail() {
  echo "$*" >&2
  exit 1
}

# 17 from "17.0.15", 8 from "1.8.0_412".
major_of() {
  echo "$1" | sed -e 's/^1\.//' -e 's/[^0-9].*//'
}

find_java() {
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
  fi
  command -v "$java" >/dev/null 2>&1 || fail "No Java found: install a JDK 17 or newer, or set JAVA_HOME."
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "$java does not say its version: install a JDK 17 or newer, or set JAVA_HOME."
  [ "$(major_of "$version")" -ge 17 ] || fail "Java 17 or newer is needed; $java is $version. Set JAVA_HOME to a newer JDK."
}

require_maven() {
  command -v mvn >/dev/null 2>&1 || fail "Something has to be built, and no Maven is found: install Maven 3.8.6 or newer."
  local version
  version=$(mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  [ -n "$version" ] || fail "mvn does not run: try mvn -v."
  local oldest
  oldest=$(printf '%s\n' "$version" 3.8.6 | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)
  [ "$oldest" = 3.8.6 ] || fail "Maven 3.8.6 or newer is needed; this is $version."
}

# What a module is built of, in one number.
sources() {
  # Not every module has models.
  (cd "$checkout" && { find pom.xml contracts/pom.xml contracts/src/main "$1/pom.xml" "$1/src/main" "$1/models" -type f \
    -exec cksum {} + 2>/dev/null || true; } | sort | cksum)
}

# Whether a module has to be built: stale MODULE ARTEFACT. A source counts as new where it is newer than both the
# artefact and our mark, since Maven leaves an artefact alone that would not change.
stale() {
  local module=$checkout/$1 artefact mark
  artefact=$(ls "$module"/target/$2 2>/dev/null | head -n 1)
  mark=$module/target/.built-by-up
  [ -n "$artefact" ] || return 0
  [ -f "$mark" ] || mark=$artefact
  [ -z "$(find "$checkout/pom.xml" "$checkout/contracts/pom.xml" "$checkout/contracts/src/main" "$module/pom.xml" \
    "$module/src/main" "$module/models" -type f -newer "$artefact" -newer "$mark" 2>/dev/null | head -n 1)" ] || return 0
  # A release that was unpacked over another has files older than what was built of that one.
  [ "$mark" != "$artefact" ] && [ ! "$artefact" -nt "$mark" ] && [ "$(sources "$1")" != "$(cat "$mark")" ]
}

# build MODULE...: those that need it, with what they depend on.
build() {
  local module artefact todo=""
  for module in "$@"; do
    artefact='quarkus-app/quarkus-run.jar'
    case $module in
      deploy/local) artefact='dateline-local-*[0-9T].jar' ;;
      system-tests/scenarios) artefact='dateline-system-tests-*[0-9T].jar' ;;
    esac
    if stale "$module" "$artefact"; then
      todo="$todo${todo:+,}$module"
    fi
  done
  [ -n "$todo" ] || return 0
  require_maven
  echo "building $todo (the first time this takes some minutes)"
  # Maven only adds: what another version left there would be started, or lie on the class path beside this one's.
  for module in $(echo "$todo" | tr ',' ' '); do
    rm -rf "$checkout/$module/target/lib" "$checkout/$module"/target/dateline-*.jar
  done
  (cd "$checkout" && mvn -B -q -ntp -DskipTests -pl "$todo" -am package) || fail "The build failed."
  for module in $(echo "$todo" | tr ',' ' '); do
    sources "$module" >"$checkout/$module/target/.built-by-up"
  done
}

# In a process group of its own (set -m), so that Ctrl-C reaches this script alone: it asks the launcher to stop, and
# the launcher stops its children one after the other. Without that, Kafka and PostgreSQL would be hit at once.
launch() {
  local jar pid code
  jar=$(ls "$launcher_target"/dateline-local-*[0-9T].jar | head -n 1)
  set -m
  "$java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$jar:$launcher_target/lib/*" \
    io.dateline.local.cli.Main "$@" </dev/null &
  pid=$!
  interrupted=""
  trap 'interrupted=130; kill -TERM $pid 2>/dev/null' INT
  trap 'kill -TERM $pid 2>/dev/null' TERM HUP
  code=0
  while :; do
    wait "$pid"
    code=$?
    kill -0 "$pid" 2>/dev/null || break
  done
  exit "${interrupted:-$code}"
}

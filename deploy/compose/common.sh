# Sourced by deploy/compose/up and deploy/compose/down.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)

fail() {
  echo "$*" >&2
  exit 1
}

# Containers, networks and volumes bear this name: two of them can stand side by side on one engine.
project=${DATELINE_PROJECT:-dateline}

compose() {
  if docker compose version >/dev/null 2>&1; then
    docker compose --project-directory "$here" --env-file "$here/.env" -p "$project" -f "$here/compose.yaml" "$@"
  elif command -v docker-compose >/dev/null 2>&1; then
    docker-compose --project-directory "$here" --env-file "$here/.env" -p "$project" -f "$here/compose.yaml" "$@"
  else
    fail "Neither docker compose nor docker-compose is found."
  fi
}

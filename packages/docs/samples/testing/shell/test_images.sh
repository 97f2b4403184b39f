#!/bin/sh
set -eu
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

# The server stops with this shell, because its standard input ends.
mkfifo "$folder/input"
npx --yes @workspace-images/mock-server --port 0 --quiet \
  --stop-with-stdin --region cn-north-4 --token not-a-real-token \
  < "$folder/input" > "$folder/output" &
exec 3> "$folder/input"
until grep -q "^Listening on " "$folder/output"; do
  kill -0 $! # Ends the script if the server could not start.
  sleep 0.1
done
url=$(sed -n "s/^Listening on //p" "$folder/output")

control() { # method, path, body
  curl --silent --show-error --fail --request "$1" "$url/_mock/$2" \
    --header "Content-Type: application/json" --data "${3-}"
}
get() { # path, token; prints the body, then the status
  curl --silent --show-error --write-out "\n%{http_code}\n" "$url$1" \
    --header "Content-Type: application/json" \
    --header "X-Auth-Token: ${2-not-a-real-token}"
}
expect() { # behaviour, text
  grep -q "$2" && echo "passed: $1" || { echo "FAILED: $1"; exit 1; }
}

control POST reset
get "/v2/p/images?os_type=Windows&limit=2" |
  expect "lists Windows images" '"os_type":"Windows"'

control POST reset
control POST faults '{"status": 429}'
get /v2/p/images | expect "reports that the service is busy" "^429$"

control POST reset
control POST faults '{"status": 503}'
get /v2/p/images | expect "reports that the service is down" "^503$"

control POST reset
get "/v2/p/images?image_type=private" > /dev/null
control GET requests |
  expect "sends the filter" '"query":{"image_type":"private"}'

control POST reset
get /v2/p/images another-token | expect "reports a wrong token" "^401$"

control POST reset
get "/v3/projects?name=cn-north-4" |
  expect "looks up the project" '"name":"cn-north-4"'

#!/bin/sh
set -eu

host=${WORKSPACE_ENDPOINT#*://}
path="/v2/$PROJECT_ID/images"
# Sorted by name, percent-encoded.
query="image_type=gold&limit=100&offset=0&os_type=Windows"
date=$(date -u +%Y%m%dT%H%M%SZ)
headers="host;x-project-id;x-sdk-date"

sha256() {
  openssl dgst -sha256 -r "$@" | cut -d " " -f 1
}

# The path ends with a slash here, and the last line is the hash of the empty body.
request="GET
$path/
$query
host:$host
x-project-id:$PROJECT_ID
x-sdk-date:$date

$headers
$(printf "" | sha256)"

hash=$(printf "%s" "$request" | sha256)
signature=$(printf "SDK-HMAC-SHA256\n%s\n%s" "$date" "$hash" |
  sha256 -hmac "$HUAWEICLOUD_SDK_SK")
parts="Access=$HUAWEICLOUD_SDK_AK, SignedHeaders=$headers"

curl --silent --show-error --fail-with-body \
  --header "Authorization: SDK-HMAC-SHA256 $parts, Signature=$signature" \
  --header "X-Project-Id: $PROJECT_ID" \
  --header "X-Sdk-Date: $date" \
  --header "Content-Type: application/json" \
  "$WORKSPACE_ENDPOINT$path?$query"

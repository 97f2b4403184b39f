#!/bin/sh
# Prints region, ID and name of the newest public Windows 11 image.
set -eu
for region in cn-north-4 ap-southeast-3; do
  images=$(workspace-images list --region "$region" \
    --os-type Windows --image-type gold --output json)
  printf "%s" "$images" | jq --raw-output --arg region "$region" '
    map(select(.os_version // "" | startswith("Windows 11")))
    | max_by(.created_at) // empty
    | [$region, .id, .name] | @tsv'
done

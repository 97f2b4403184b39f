#!/bin/sh
# Ends with 10 unless the private image $IMAGE_NAME has the ID $IMAGE_ID.
set -eu
images=$(workspace-images list --region cn-north-4 \
  --image-type private --output json)
id=$(printf "%s" "$images" | jq --raw-output --arg name "$IMAGE_NAME" \
  'map(select(.name == $name) | .id) | join(" ")')
[ "$id" = "$IMAGE_ID" ] && exit
echo "$IMAGE_NAME is now ${id:-gone}, not $IMAGE_ID" >&2
exit 10

curl --silent --show-error --fail-with-body --get \
  --header "X-Auth-Token: $TOKEN" \
  --header "Content-Type: application/json" \
  --data-urlencode "os_type=Windows" \
  --data-urlencode "image_type=gold" \
  --data-urlencode "limit=100" \
  --data-urlencode "offset=0" \
  "$WORKSPACE_ENDPOINT/v2/$PROJECT_ID/images"

# The pipe hides the token: other users can see the arguments of a command.
printf "X-Auth-Token: %s" "$TOKEN" |
  curl --silent --show-error --fail-with-body --get \
    --header @- \
    --header "Content-Type: application/json" \
    --data-urlencode "os_type=Windows" \
    --data-urlencode "image_type=gold" \
    --data-urlencode "limit=100" \
    --data-urlencode "offset=0" \
    "$WORKSPACE_ENDPOINT/v2/$PROJECT_ID/images"

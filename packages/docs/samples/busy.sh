curl --silent --show-error --fail "$MOCK_URL/_mock/faults" \
  --header "Content-Type: application/json" --data '{
    "status": 429,
    "retryAfter": 1,
    "times": 2,
    "match": { "path": "/v2/p/images" }
  }'
HW_AUTH_TOKEN=fake workspace-images list --debug --max 1 \
  --endpoint "$MOCK_URL" --project-id p

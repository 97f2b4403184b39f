curl --silent --show-error --write-out "%{stderr}%{http_code}\n" \
  --header "Content-Type: application/json" \
  --header "X-Auth-Token: not-a-real-token" \
  --header "Prefer: code=503" \
  "${MOCK_URL:-http://127.0.0.1:4010}/v2/p/images"

url="$ACTIONS_ID_TOKEN_REQUEST_URL&audience=workspace-images"
HUAWEICLOUD_OIDC_ID_TOKEN=$(curl --silent --show-error --fail "$url" \
  --header "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
  | jq --raw-output .value)
export HUAWEICLOUD_OIDC_ID_TOKEN
workspace-images list --region cn-north-4 --max 10

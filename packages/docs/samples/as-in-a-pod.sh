echo any > pod-token
export HC_CONTAINER_CREDENTIALS_FULL_URI="$POD_IDENTITY_URI" # the address
export HC_CONTAINER_AUTHORIZATION_TOKEN_FILE="$PWD/pod-token"
workspace-images doctor --endpoint "$MOCK_URL" --region cn-north-4

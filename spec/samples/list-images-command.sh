# Needs an access key in HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK,
# or a token in HW_AUTH_TOKEN.
workspace-images list --region cn-north-4 \
  --os-type Windows --image-type gold --columns id,name --output tsv

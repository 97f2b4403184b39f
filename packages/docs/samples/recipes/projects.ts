import {
  accessKeyAuth,
  createImagesClient,
} from "@workspace-images/client";

const {
  HUAWEICLOUD_SDK_AK = "",
  HUAWEICLOUD_SDK_SK = "",
  PLACES = "[]",
} = process.env;

// For example [{ "region": "cn-north-4" }, { "region": "ap-southeast-3", "projectId": "…" }].
// Without a project ID, the client looks up the project of the region.
const places: { region?: string; endpoint?: string; projectId?: string }[] =
  JSON.parse(PLACES);

const auth = accessKeyAuth({
  accessKey: HUAWEICLOUD_SDK_AK,
  secretKey: HUAWEICLOUD_SDK_SK,
});
const counts = places.map(async (place) => {
  const client = createImagesClient({ ...place, auth });
  let count = 0;
  for await (const _image of client.items({ image_type: "private" }))
    count++;
  return count;
});

// A place that fails does not hide the others.
for (const [index, result] of (
  await Promise.allSettled(counts)
).entries()) {
  const { region, projectId } = places[index] ?? {};
  const text =
    result.status === "fulfilled" ? result.value : result.reason.message;
  console.log(region, projectId ?? "", text);
}

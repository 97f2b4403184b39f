interface Description {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Where npm serves the files of the package. */
const BASE = "https://unpkg.com/@workspace-images/spec/dist/";

/** Removes what only OpenAPI knows: extensions, and formats of numbers. Known values stay as examples. */
function plain(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key.startsWith("x-") || value === "int32" ? undefined : value)),
  );
}

/** Makes JSON Schemas (2020-12) of one image and of one page, by the name of their file. */
export function jsonSchemas({ components }: Description): Readonly<Record<string, object>> {
  const { ImageInfo, ImagePage } = components.schemas;
  if (!ImageInfo || !ImagePage) throw new Error("The description has no schema ImageInfo or ImagePage");
  const header = (file: string, title: string) => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: BASE + file,
    title,
  });
  const image = { ...header("image.schema.json", "Product image"), ...plain(ImageInfo) };
  const page = {
    ...header("image-page.schema.json", "Page of product images"),
    ...plain(ImagePage),
    $defs: { ImageInfo: plain(ImageInfo) },
  };
  return {
    "image.schema.json": image,
    "image-page.schema.json": JSON.parse(
      JSON.stringify(page).replaceAll("#/components/schemas/", "#/$defs/"),
    ),
  };
}

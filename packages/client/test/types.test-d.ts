import { expectTypeOf, test } from "vitest";
import {
  ApiError,
  ConnectionError,
  createImagesClient,
  type ImageInfo,
  type ImagePage,
  type ImagesQuery,
  isWorkspaceImagesError,
  knownValues,
  tokenAuth,
} from "../src/index.ts";

const images = createImagesClient({
  region: "cn-north-4",
  projectId: "p",
  auth: tokenAuth("not-a-real-token"),
});

test("every field of an image has its type, and open sets accept any string", () => {
  expectTypeOf<ImageInfo>().toEqualTypeOf<{
    id: string;
    image_type?: "gold" | "private" | (string & {});
    os_type?: "Linux" | "Windows" | "Other" | (string & {});
    os_version?: string;
    disk_format?: "vhd" | "raw" | "qcow2" | "zvhd2" | (string & {});
    name?: string;
    min_ram?: number;
    min_disk?: number;
    product_code?: string | null;
    architecture?: "x86" | "arm" | (string & {});
    created_at?: string;
    kms_id?: string | null;
  }>();
  expectTypeOf<ImagePage>().toEqualTypeOf<{ images: ImageInfo[]; total_count?: number }>();
});

test("every parameter has its type, and closed sets accept their values only", () => {
  expectTypeOf<ImagesQuery>().toEqualTypeOf<{
    os_type?: string | undefined;
    image_type?: "gold" | "private" | undefined;
    platform?: string | undefined;
    architecture?: string | undefined;
    package_type?: string | undefined;
    image_id?: string | undefined;
    sort_field?: "name" | "created_at" | undefined;
    sort_type?: "asc" | "desc" | undefined;
    limit?: number | undefined;
    offset?: number | undefined;
  }>();
});

test("a constant has the type of its value, and is accepted where the value is", () => {
  expectTypeOf(knownValues.os_type.Windows).toEqualTypeOf<"Windows">();
  expectTypeOf(knownValues.image_type).toEqualTypeOf<{
    readonly gold: "gold";
    readonly private: "private";
  }>();
  const { image_type, os_type, sort_field, sort_type } = knownValues;
  expectTypeOf({
    image_type: image_type.gold,
    os_type: os_type.Linux,
    sort_field: sort_field.created_at,
    sort_type: sort_type.desc,
  }).toExtend<ImagesQuery>();
});

test("calls return their types", () => {
  expectTypeOf(images.list({ os_type: "Windows", limit: 50 })).resolves.toEqualTypeOf<ImagePage>();
  expectTypeOf(images.pages()).toEqualTypeOf<AsyncGenerator<ImagePage, void, undefined>>();
  expectTypeOf(images.items({}, { concurrency: 4, max: 10 })).toEqualTypeOf<
    AsyncGenerator<ImageInfo, void, undefined>
  >();
});

test("a parameter may be undefined", () => {
  const maybe: string | undefined = undefined;
  images.list({ os_type: maybe, limit: undefined });
});

test("misspelt and wrongly typed parameters do not compile", () => {
  // @ts-expect-error: limt is not a parameter
  images.list({ limt: 5 });
  // @ts-expect-error: limit is a number
  images.list({ limit: "5" });
  // @ts-expect-error: public is not gold
  images.items({ image_type: "public" });
  // @ts-expect-error: signal is an AbortSignal
  images.list({}, { signal: true });
  // @ts-expect-error: auth is missing
  createImagesClient({ region: "cn-north-4" });
  // @ts-expect-error: there is no such path
  images.http.GET("/v2/images", { params: { path: { project_id: "p" } } });
  images.http.GET("/v2/{project_id}/images"); // With the project of the client.
});

test("data and error of the underlying client exclude each other", async () => {
  const params = { path: { project_id: "p" }, query: { image_type: "gold" } } as const;
  const { data, error } = await images.http.GET("/v2/{project_id}/images", { params });
  if (data) expectTypeOf(data).toEqualTypeOf<ImagePage>();
  else expectTypeOf(error.error_code).toEqualTypeOf<string>();
});

test("errors narrow by class and by code", () => {
  const error: unknown = undefined;
  if (error instanceof ApiError) expectTypeOf(error.status).toEqualTypeOf<number>();
  if (error instanceof ConnectionError) expectTypeOf(error.cause).toEqualTypeOf<unknown>();
  if (isWorkspaceImagesError(error) && error.code === "API_ERROR") {
    expectTypeOf(error.errorCode).toEqualTypeOf<string | undefined>();
    expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
  }
});

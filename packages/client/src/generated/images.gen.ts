// Generated from the description by `pnpm generate`. Do not edit.

/** Operations of the description by path and method, as openapi-typescript generates them. */
export interface paths {
    "/v2/{project_id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Project ID. **Later addition.** It has 32 hexadecimal digits in practice; the project lookup of IAM
                 *     (`GET /v3/projects?name={region}`) finds it.
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        /**
         * List product images
         * @description Lists the product images that Workspace supports in a project, filtered by the query parameters and page by page.
         *     [API Explorer](https://console-intl.huaweicloud.com/apiexplorer/#/openapi/Workspace/doc?api=ListImages) sends the call
         *     from a browser and generates code for the official SDKs.
         *
         *     ### Request headers
         *
         *     `X-Auth-Token` is mandatory on the documentation page, and so is `Content-Type`: the MIME type of the request body,
         *     for example `application/json`. **Later addition.** A signed request needs no `X-Auth-Token`, and the newest pages
         *     drop both headers. **Note.** The request has no body, and OpenAPI ignores a header parameter named `Content-Type`;
         *     send `Content-Type: application/json`. For `X-Auth-Token`, see the credentials.
         *
         *     ### Permission
         *
         *     **Later addition.** The newest pages require the permission `workspace:images:list`, which depends on
         *     `ims:images:list`. **Not confirmed** for every account: an older version of the page says that the call needs no
         *     permission.
         *
         *     ### Paging
         *
         *     **Note.** A page that is shorter than `limit` is the last one, unless `total_count` says that more images exist. Do not
         *     use `total_count` alone to find the end: the documentation itself shows a `total_count` of 1 beside two images. With the largest `offset` and `limit`, you can
         *     reach 5100 images; to reach others, narrow the filters.
         *
         *     ### Errors
         *
         *     **Later addition.** The error codes in the examples come from related calls and from the gateway, and the error code
         *     page of the service lists some codes with status 200. **Not confirmed** which codes this call returns. **Note.** Treat
         *     a body whose `error_code` is anything but 0 as a failure, whatever the status is.
         */
        get: operations["listImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** Schemas, parameters and responses of the description, as openapi-typescript generates them. */
export interface components {
    schemas: {
        /**
         * @description Body of an error response. **Later addition.** Workspace and the API gateway in front of it share this shape. The
         *     prefix of `error_code` says which of them responded: `WKS.` is Workspace, `APIGW.` (or `APIG.`) is the gateway, `PAP5.`
         *     is the policy check of IAM.
         */
        ErrorBody: {
            /**
             * @description **Later addition.** Encoded reason for a denied permission; the STS call `decode-authorization-message` decodes it.
             * @example ZXhhbXBsZS1vZi1hbi1lbmNvZGVkLW1lc3NhZ2U=
             */
            encoded_authorization_message?: string;
            /**
             * @description Error code.
             * @example WKS.00211302
             */
            error_code: string;
            /**
             * @description **Later addition.** Details of the error, from Workspace.
             * @example The value of limit must be from 0 to 100.
             */
            error_detail?: string;
            /**
             * @description Description of the error.
             * @example User authorization error.
             */
            error_msg: string;
            /**
             * @description **Later addition.** ID of the request, only in a response of the gateway.
             * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
             */
            request_id?: string;
        };
        /**
         * @description Product image from which a desktop can be created. **Note.** Only `id` is required here: no source says which of the
         *     other properties are always present. The lengths of the machine-readable definition are left out, because other
         *     sources contradict its bounds, and so does the documented response.
         * @example {
         *       "id": "d6b368bc-a24d-4fb5-a8fb-727356a53f33",
         *       "image_type": "gold",
         *       "os_type": "Linux",
         *       "os_version": "EulerOS 2.2 64bit",
         *       "disk_format": "qcow2",
         *       "name": "Euler_Online_Tenant_vAG",
         *       "min_ram": 0,
         *       "min_disk": 50
         *     }
         */
        ImageInfo: {
            /**
             * @description **Later addition** (March 2024). Processor architecture: `x86` or `arm`.
             * @example x86
             * @example arm
             */
            architecture?: "x86" | "arm" | (string & {});
            /**
             * @description **Later addition** (January 2025). Time at which the image was created, in UTC. **Not confirmed:** the format; a
             *     related call uses `yyyy-MM-ddTHH:mm:ssZ`.
             * @example 2025-03-11T02:14:09Z
             */
            created_at?: string;
            /**
             * @description Image format: `vhd`, `raw`, `qcow2` or `zvhd2`.
             * @example qcow2
             * @example zvhd2
             * @example vhd
             * @example raw
             */
            disk_format?: "vhd" | "raw" | "qcow2" | "zvhd2" | (string & {});
            /**
             * @description Image ID. **Later addition.** It is a UUID in every published example.
             * @example d6b368bc-a24d-4fb5-a8fb-727356a53f33
             */
            id: string;
            /**
             * @description Kind of image: `gold` is a public image, `private` a private one. **Later addition.** Related calls of the service
             *     also use `market`, `shared`, `public` and `other`, and the machine-readable definition dropped its closed list in
             *     March 2024.
             * @example gold
             * @example private
             */
            image_type?: "gold" | "private" | (string & {});
            /**
             * @description **Later addition** (January 2026). ID of the KMS key that encrypts the image. **Not confirmed** whether it is
             *     absent or null for an image that is not encrypted.
             * @example 0b5f0a1c-52a6-4d26-9c3e-5d0b6f4c7e21
             */
            kms_id?: string | null;
            /**
             * Format: int32
             * @description Minimum disk space needed to run the image, in GB, from 40 to 1024. **Later addition.** The machine-readable
             *     definition has a maximum of 55 instead. Because the sources disagree, the range is not enforced.
             * @example 50
             */
            min_disk?: number;
            /**
             * Format: int32
             * @description Minimum memory needed to run the image, in MB. The value depends on the ECS flavor and is generally 0.
             * @example 0
             */
            min_ram?: number;
            /**
             * @description Image name.
             * @example Euler_Online_Tenant_vAG
             */
            name?: string;
            /**
             * @description Operating system type: `Linux`, `Windows` or `Other`.
             * @example Linux
             * @example Windows
             * @example Other
             */
            os_type?: "Linux" | "Windows" | "Other" | (string & {});
            /**
             * @description Operating system and its version.
             * @example EulerOS 2.2 64bit
             */
            os_version?: string;
            /**
             * @description Product code of the image. **Not confirmed** whether it is absent or null for an image without one.
             * @example OFFI740586375358963717
             */
            product_code?: string | null;
        };
        /** @description One page of product images. */
        ImagePage: {
            /**
             * @description Product images that Workspace supports. **Note.** There are at most `limit` of them. No source marks the property
             *     as mandatory; it is required here, because a response without it could not be distinguished from an empty listing.
             * @example []
             */
            images: components["schemas"]["ImageInfo"][];
            /**
             * Format: int32
             * @description Number of objects. **Note.** Do not rely on it: it is 1 in the documented response, which has two images.
             * @example 4
             */
            total_count?: number;
        };
    };
    responses: never;
    parameters: {
        /**
         * @description Processor architecture of the images to list: `x86`. **Later addition.** The machine-readable definition of the call
         *     also accepts `arm`.
         */
        architecture: string;
        /** @description **Later addition** (March 2024). ID of the image to list. */
        image_id: string;
        /**
         * @description Kind of image to list: `gold` is a public image, `private` a private image. **Later addition.** The machine-readable
         *     definition restricts the parameter to these two values, so the set is closed.
         */
        image_type: "gold" | "private";
        /** @description Number of records on each page, from 0 to 100. **Not confirmed** what 0 means; ask for at least 1. */
        limit: number;
        /**
         * @description Offset of the page. **Later addition.** The maximum of 5000 comes from the machine-readable definition and the official
         *     SDKs. **Not confirmed** whether it counts records or pages: the documentation of this call does not say, that of a
         *     related call says records.
         */
        offset: number;
        /**
         * @description Operating system type of the product images to list, for example `Windows`. **Note.** Responses use `Linux`,
         *     `Windows` or `Other`. **Not confirmed** whether case matters.
         */
        os_type: string;
        /**
         * @description Package series of the images to list. **Later addition.** The product list of the same service has the series
         *     `ultimate`, `enterprise`, `general`, `workstation`, `dedicated`, `solver` and `agile`. **Not confirmed** which of them
         *     this call accepts. **Not confirmed** what it compares: no property of an image has a series.
         */
        package_type: string;
        /**
         * @description Operating system platform of the images to list, for example `Windows`. **Not confirmed** whether the platform names
         *     of the image service (such as `Ubuntu` or `EulerOS`) are accepted as well. **Not confirmed** which property of an image
         *     it compares; that it is the first words of `os_version` is an assumption.
         */
        platform: string;
        /**
         * @description Project ID. **Later addition.** It has 32 hexadecimal digits in practice; the project lookup of IAM
         *     (`GET /v3/projects?name={region}`) finds it.
         */
        project_id: string;
        /**
         * @description **Later addition** (January 2025). Property by which the images are sorted: name or creation time. Newer pages name only
         *     these two values, so the set is closed.
         */
        sort_field: "name" | "created_at";
        /**
         * @description **Later addition** (January 2025). Direction in which the images are sorted: ascending or descending. Newer pages name
         *     only these two values, so the set is closed.
         */
        sort_type: "asc" | "desc";
        /**
         * @description **Later addition.** Project ID, as in the path, for a request that is signed with an access key; required if the
         *     desktops are in a sub-project.
         */
        "X-Project-Id": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description **Later addition.** Time to wait before the next attempt: a number of seconds or an HTTP date. **Not confirmed:** no
         *     public document says that the service sends it; it is described because every HTTP client should respect it.
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description **Later addition.** ID of the request, for support requests. All official SDKs read it.
         * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Operations of the description by their ID, as openapi-typescript generates them. */
export interface operations {
    listImages: {
        parameters: {
            query?: {
                /**
                 * @description Processor architecture of the images to list: `x86`. **Later addition.** The machine-readable definition of the call
                 *     also accepts `arm`.
                 */
                architecture?: components["parameters"]["architecture"];
                /** @description **Later addition** (March 2024). ID of the image to list. */
                image_id?: components["parameters"]["image_id"];
                /**
                 * @description Kind of image to list: `gold` is a public image, `private` a private image. **Later addition.** The machine-readable
                 *     definition restricts the parameter to these two values, so the set is closed.
                 */
                image_type?: components["parameters"]["image_type"];
                /** @description Number of records on each page, from 0 to 100. **Not confirmed** what 0 means; ask for at least 1. */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Offset of the page. **Later addition.** The maximum of 5000 comes from the machine-readable definition and the official
                 *     SDKs. **Not confirmed** whether it counts records or pages: the documentation of this call does not say, that of a
                 *     related call says records.
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Operating system type of the product images to list, for example `Windows`. **Note.** Responses use `Linux`,
                 *     `Windows` or `Other`. **Not confirmed** whether case matters.
                 */
                os_type?: components["parameters"]["os_type"];
                /**
                 * @description Package series of the images to list. **Later addition.** The product list of the same service has the series
                 *     `ultimate`, `enterprise`, `general`, `workstation`, `dedicated`, `solver` and `agile`. **Not confirmed** which of them
                 *     this call accepts. **Not confirmed** what it compares: no property of an image has a series.
                 */
                package_type?: components["parameters"]["package_type"];
                /**
                 * @description Operating system platform of the images to list, for example `Windows`. **Not confirmed** whether the platform names
                 *     of the image service (such as `Ubuntu` or `EulerOS`) are accepted as well. **Not confirmed** which property of an image
                 *     it compares; that it is the first words of `os_version` is an assumption.
                 */
                platform?: components["parameters"]["platform"];
                /**
                 * @description **Later addition** (January 2025). Property by which the images are sorted: name or creation time. Newer pages name only
                 *     these two values, so the set is closed.
                 */
                sort_field?: components["parameters"]["sort_field"];
                /**
                 * @description **Later addition** (January 2025). Direction in which the images are sorted: ascending or descending. Newer pages name
                 *     only these two values, so the set is closed.
                 */
                sort_type?: components["parameters"]["sort_type"];
            };
            header?: {
                /**
                 * @description **Later addition.** Project ID, as in the path, for a request that is signed with an access key; required if the
                 *     desktops are in a sub-project.
                 */
                "X-Project-Id"?: components["parameters"]["X-Project-Id"];
            };
            path: {
                /**
                 * @description Project ID. **Later addition.** It has 32 hexadecimal digits in practice; the project lookup of IAM
                 *     (`GET /v3/projects?name={region}`) finds it.
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of images, the response to querying images in the OpenStack environment. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePage"];
                };
            };
            /** @description The server cannot understand the request because its syntax is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Authentication failed. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The identity lacks the required permissions. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description No resource is found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The request method is not allowed. */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description **Later addition.** The gateway throttles the call, by default at 200 calls a second for each API. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /**
             * @description An internal service error occurred. See the
             *     [error codes of the service](https://support.huaweicloud.com/intl/en-us/api-workspace/ErrorCode.html).
             */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The service is unavailable. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}

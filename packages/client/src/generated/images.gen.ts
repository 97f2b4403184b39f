// Generated from the description by `pnpm generate`. Do not edit.

/** Operations of the description by path and method, as openapi-typescript generates them. */
export interface paths {
    "/v2/{project_id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project ID: 32 hexadecimal digits in practice. The project lookup of IAM (`GET /v3/projects?name={region}`) finds it. */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        /**
         * List product images
         * @description Lists the product images that Workspace supports in a project, filtered by the query parameters and page by page.
         *
         *     ### Request headers
         *
         *     The documentation makes `Content-Type` mandatory (for example `application/json`) although the request has no
         *     body. OpenAPI ignores a header parameter of that name, so it is stated here: send `Content-Type: application/json`.
         *     `X-Auth-Token`, mandatory on the page, is described with the credentials, because a signed request does without it.
         *
         *     ### Paging
         *
         *     `offset` counts records, not pages. A listing ends with the first page that is shorter than `limit`. Do not end it
         *     on `total_count`: the documentation itself shows a `total_count` of 1 beside two images. With the largest `offset`
         *     and `limit`, 5100 images can be reached; narrow the filters for others.
         *
         *     ### Errors
         *
         *     The codes in the examples are those of related calls and of the gateway. **Not confirmed** which of them this call
         *     answers with. **Later addition:** the error code page of the service lists some codes with status 200. Take a body
         *     whose `error_code` is anything but 0 for a failure, whatever the status is.
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
         * @description Body of an error answer. Workspace itself and the API gateway before it share this shape; the prefix of `error_code`
         *     tells who answered: `WKS.` is Workspace, `APIGW.` (or `APIG.`) is the gateway, `PAP5.` is IAM's policy check.
         */
        ErrorBody: {
            /**
             * @description **Later addition.** Encoded reason of a refused permission; the STS call `decode-authorization-message` decodes
             *     it.
             * @example ZXhhbXBsZS1vZi1hbi1lbmNvZGVkLW1lc3NhZ2U=
             */
            readonly encoded_authorization_message?: string;
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
             * @description **Later addition.** ID of the request, only when the gateway answers.
             * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
             */
            request_id?: string;
        };
        /**
         * @description Product image from which a desktop can be created. Only `id` is required here; no source says which of the other
         *     properties are always present. The largest lengths of the machine-readable definition are left out, because other
         *     sources and even the documented answer contradict its bounds.
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
             */
            architecture?: "x86" | "arm" | (string & {});
            /**
             * @description **Later addition** (January 2025). Time at which the image was created, in UTC. **Not confirmed:** the format; a
             *     related call has `yyyy-MM-ddTHH:mm:ssZ`.
             * @example 2025-03-11T02:14:09Z
             */
            created_at?: string;
            /**
             * @description Image format: `vhd`, `raw`, `qcow2` or `zvhd2`.
             * @example qcow2
             */
            disk_format?: "vhd" | "raw" | "qcow2" | "zvhd2" | (string & {});
            /**
             * @description Image ID, a UUID in every published example.
             * @example d6b368bc-a24d-4fb5-a8fb-727356a53f33
             */
            id: string;
            /**
             * @description Kind of image: `gold` is a public image, `private` a private one. **Later addition:** related calls of the
             *     service also know `market`, `shared`, `public` and `other`, and the published definition dropped its closed list
             *     in March 2024.
             * @example gold
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
             * @description Minimum disk space needed to run the image, in GB, from 40 to 1024. The range is not enforced here: the
             *     machine-readable definition contradicts it with a maximum of 55, and the documented answer has 60.
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
             */
            os_type?: "Linux" | "Windows" | "Other" | (string & {});
            /**
             * @description Operating system and its version as text.
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
             * @description Product images that Workspace supports, at most `limit` of them. No source marks the property as mandatory; an
             *     answer without it is treated as broken here, because it could not be told from an empty listing.
             * @example []
             */
            readonly images: components["schemas"]["ImageInfo"][];
            /**
             * Format: int32
             * @description Number of images that match the filters. Not reliable: the documented answer says 1 and carries two images.
             * @example 4
             */
            readonly total_count?: number;
        };
    };
    responses: {
        /** @description The server cannot understand the request because its syntax is malformed. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The identity lacks the required permissions. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description One page of images, found by querying images in the OpenStack environment. */
        ImagesListed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ImagePage"];
            };
        };
        /** @description An internal service error occurred; its error code says which. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request method is not allowed. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No resource is found. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The service is unavailable. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description **Later addition.** The gateway throttles the call: by default at 200 calls a second for each API. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Authentication failed. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Processor architecture of the images to list: `x86`. **Later addition:** `arm`, which the machine-readable
         *     definition of the call accepts too.
         */
        architecture: string;
        /** @description **Later addition** (March 2024). ID of the one image to list. */
        image_id: string;
        /** @description Kind of image to list: `gold` is a public image, `private` a private image. */
        image_type: "gold" | "private";
        /** @description Number of records on each page, from 0 to 100. **Not confirmed** what 0 means; ask for at least 1. */
        limit: number;
        /**
         * @description Number of records to skip. **Later addition:** the maximum of 5000, from the machine-readable definition and the
         *     official SDKs.
         */
        offset: number;
        /**
         * @description Operating system type of the product images to list, for example `Windows`. Answers know `Linux`, `Windows` and
         *     `Other`. **Not confirmed** whether upper and lower case differ.
         */
        os_type: string;
        /**
         * @description Package series for which to list images. The documentation of this call names no values. **Later addition:** the
         *     product list of the same service has `ultimate`, `enterprise`, `general`, `workstation`, `dedicated`, `solver` and
         *     `agile`; **not confirmed** which of them this call accepts.
         */
        package_type: string;
        /**
         * @description Operating system platform of the images to list. `Windows` is the only documented value; **not confirmed** whether the
         *     platform names of the image service (such as `Ubuntu` or `EulerOS`) are accepted as well.
         */
        platform: string;
        /** @description Project ID: 32 hexadecimal digits in practice. The project lookup of IAM (`GET /v3/projects?name={region}`) finds it. */
        project_id: string;
        /** @description **Later addition** (January 2025). Property by which the images are sorted: their name or their creation time. */
        sort_field: "name" | "created_at";
        /** @description **Later addition** (January 2025). Direction of the order that `sort_field` chooses: ascending or descending. */
        sort_type: "asc" | "desc";
        /**
         * @description **Later addition.** Project ID once more, for requests signed with an access key; needed when the desktops are in a
         *     sub-project.
         */
        "X-Project-Id": string;
        /** @description **Later addition.** Security token that came with a temporary access key; part of what is signed. */
        "X-Security-Token": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description **Later addition.** How long to wait before the next attempt: a number of seconds or an HTTP date. **Not confirmed:**
         *     no public document says that the service sends it; it is described because every HTTP client should obey it.
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description **Later addition.** ID of the request; quote it to support. All official SDKs read it.
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
                 * @description Processor architecture of the images to list: `x86`. **Later addition:** `arm`, which the machine-readable
                 *     definition of the call accepts too.
                 */
                architecture?: components["parameters"]["architecture"];
                /** @description **Later addition** (March 2024). ID of the one image to list. */
                image_id?: components["parameters"]["image_id"];
                /** @description Kind of image to list: `gold` is a public image, `private` a private image. */
                image_type?: components["parameters"]["image_type"];
                /** @description Number of records on each page, from 0 to 100. **Not confirmed** what 0 means; ask for at least 1. */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Number of records to skip. **Later addition:** the maximum of 5000, from the machine-readable definition and the
                 *     official SDKs.
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Operating system type of the product images to list, for example `Windows`. Answers know `Linux`, `Windows` and
                 *     `Other`. **Not confirmed** whether upper and lower case differ.
                 */
                os_type?: components["parameters"]["os_type"];
                /**
                 * @description Package series for which to list images. The documentation of this call names no values. **Later addition:** the
                 *     product list of the same service has `ultimate`, `enterprise`, `general`, `workstation`, `dedicated`, `solver` and
                 *     `agile`; **not confirmed** which of them this call accepts.
                 */
                package_type?: components["parameters"]["package_type"];
                /**
                 * @description Operating system platform of the images to list. `Windows` is the only documented value; **not confirmed** whether the
                 *     platform names of the image service (such as `Ubuntu` or `EulerOS`) are accepted as well.
                 */
                platform?: components["parameters"]["platform"];
                /** @description **Later addition** (January 2025). Property by which the images are sorted: their name or their creation time. */
                sort_field?: components["parameters"]["sort_field"];
                /** @description **Later addition** (January 2025). Direction of the order that `sort_field` chooses: ascending or descending. */
                sort_type?: components["parameters"]["sort_type"];
            };
            header?: {
                /**
                 * @description **Later addition.** Project ID once more, for requests signed with an access key; needed when the desktops are in a
                 *     sub-project.
                 */
                "X-Project-Id"?: components["parameters"]["X-Project-Id"];
                /** @description **Later addition.** Security token that came with a temporary access key; part of what is signed. */
                "X-Security-Token"?: components["parameters"]["X-Security-Token"];
            };
            path: {
                /** @description Project ID: 32 hexadecimal digits in practice. The project lookup of IAM (`GET /v3/projects?name={region}`) finds it. */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ImagesListed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}

// Generated from the description by `pnpm generate`. Do not edit.

/** Operations of the description by path and method, as openapi-typescript generates them. */
export interface paths {
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user token
         * @description Checks the password of an IAM user, and a code of the user's virtual MFA device where login protection asks for
         *     one, and answers with a token for one project. The token is not in the body but in the response header
         *     `X-Subject-Token`; send it as `X-Auth-Token` to the services of that project.
         *
         *     ### Validity
         *
         *     A token is valid for 24 hours. Keep it, and create the next one well before `expires_at`; a new token does not end
         *     the old one. A token ends early, within 30 minutes, when the user is deleted or disabled, when the password, the
         *     access keys or the permissions change, and when the account is in arrears.
         *
         *     ### Who can sign in
         *
         *     A HUAWEI ID cannot; create an IAM user in its account. A user of a federated identity provider needs a password
         *     set in Huawei Cloud. The IAM user must have programmatic access. Several wrong passwords lock the user for a time,
         *     by default 15 minutes, so never repeat a refused request unchanged.
         *
         *     ### Request headers
         *
         *     The documentation makes `Content-Type: application/json;charset=utf8` mandatory. No credential is sent.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up projects by name
         * @description Lists the projects of the account that have a name. Every region has a project named after it, so the region ID
         *     finds the project ID that the calls of a service have in their path.
         *
         *     ### One, none or several
         *
         *     Expect exactly one project and refuse any other number, as most official SDKs do. When there is none, confirm that
         *     the project exists in the account and that the user may see it. One SDK tries to create the missing project instead;
         *     a look-up should not. All of them keep the ID that was found for each access key and region.
         *
         *     ### Permission
         *
         *     The newest documentation says that an IAM user needs a permission, older pages that every user may call. **Not
         *     confirmed** which holds; the action in published policies is `iam:projects:listProjects`.
         *
         *     ### Request headers
         *
         *     The documentation makes `Content-Type: application/json;charset=utf8` mandatory although the request has no body.
         *     OpenAPI ignores a header parameter of that name, so it is stated here. `X-Auth-Token`, mandatory on the page, is
         *     described with the credentials, because a signed request does without it.
         */
        get: operations["listProjects"];
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
         * @description Account to which the user belongs; IAM calls an account a domain.
         * @example {
         *       "name": "IAMDomain"
         *     }
         */
        AccountName: {
            /**
             * @description Account name, as shown under "My Credentials" in the console.
             * @example IAMDomain
             */
            name: string;
        };
        /**
         * @description What IAM needs to know to create a token, the proof of identity and the scope of the token.
         * @example {
         *       "identity": {
         *         "methods": [
         *           "password"
         *         ],
         *         "password": {
         *           "user": {
         *             "name": "IAMUser",
         *             "password": "not-a-real-password",
         *             "domain": {
         *               "name": "IAMDomain"
         *             }
         *           }
         *         }
         *       },
         *       "scope": {
         *         "project": {
         *           "name": "cn-north-4"
         *         }
         *       }
         *     }
         */
        Auth: {
            identity: components["schemas"]["Identity"];
            scope: components["schemas"]["Scope"];
        };
        /**
         * @description One service of the catalog. Only what tells services apart is described: IAM also sends a service ID and a list of
         *     endpoints.
         * @example {
         *       "name": "iam",
         *       "type": "identity"
         *     }
         */
        CatalogService: {
            /**
             * @description Service name.
             * @example iam
             */
            name: string;
            /**
             * @description Kind of service to which the endpoints belong; often the same text as the name.
             * @example identity
             */
            type: string;
        };
        /**
         * @description Body of an error answer, in one of two shapes. The two calls themselves document `error` alone; other calls of IAM,
         *     and the API gateway before it, send `error_code` with `error_msg`. The prefix of `error_code` tells who answered:
         *     `IAM.` is IAM, `APIGW.` (or `APIG.`) is the gateway. No property is in every answer.
         */
        ErrorBody: {
            error?: components["schemas"]["IamError"];
            /**
             * @description **Later addition.** Error code.
             * @example IAM.0002
             */
            error_code?: string;
            /**
             * @description **Later addition.** Description of the error.
             * @example You are not authorized to perform the requested action.
             */
            error_msg?: string;
            /**
             * @description **Later addition.** ID of the request, only when the gateway answers.
             * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
             */
            request_id?: string;
        };
        /**
         * @description Error in the shape that the documentation of the token call shows.
         * @example {
         *       "code": 401,
         *       "message": "The username or password is wrong.",
         *       "title": "Unauthorized"
         *     }
         */
        IamError: {
            /**
             * Format: int32
             * @description HTTP status once more.
             * @example 401
             */
            code: number;
            /**
             * @description Description of the error.
             * @example The username or password is wrong.
             */
            message: string;
            /**
             * @description Name of the HTTP status.
             * @example Unauthorized
             */
            title: string;
        };
        /**
         * @description Proof of identity: a password, and a code of a virtual MFA device where login protection of the user asks for one.
         * @example {
         *       "methods": [
         *         "password"
         *       ],
         *       "password": {
         *         "user": {
         *           "name": "IAMUser",
         *           "password": "not-a-real-password",
         *           "domain": {
         *             "name": "IAMDomain"
         *           }
         *         }
         *       }
         *     }
         */
        Identity: {
            /**
             * @description Ways of proving the identity: `password` alone, or `password` and `totp`. Each one that is listed needs the
             *     property of its name.
             * @example [
             *       "password"
             *     ]
             * @example [
             *       "password",
             *       "totp"
             *     ]
             */
            methods: ("password" | "totp")[];
            password: components["schemas"]["PasswordMethod"];
            totp?: components["schemas"]["TotpMethod"];
        };
        /**
         * @description Addresses of a listing or of one project. Their host can differ from the one that was called: the documentation
         *     shows `iam.huaweicloud.com`. Do not send credentials there.
         * @example {
         *       "self": "https://iam.cn-north-4.myhuaweicloud.com/v3/projects/aa2d97d7e62c4b7da3ffdfc11551f878",
         *       "next": null,
         *       "previous": null
         *     }
         */
        Links: {
            /**
             * Format: uri
             * @description Address of the next page; null on the last one, and absent or null for one project.
             * @example null
             */
            next?: string | null;
            /**
             * Format: uri
             * @description Address of the previous page; null on the first one, and absent or null for one project.
             * @example null
             */
            previous?: string | null;
            /**
             * Format: uri
             * @description Address of the thing itself.
             * @example https://iam.cn-north-4.myhuaweicloud.com/v3/projects/aa2d97d7e62c4b7da3ffdfc11551f878
             */
            self: string;
        };
        /**
         * @description Proof by password.
         * @example {
         *       "user": {
         *         "name": "IAMUser",
         *         "password": "not-a-real-password",
         *         "domain": {
         *           "name": "IAMDomain"
         *         }
         *       }
         *     }
         */
        PasswordMethod: {
            user: components["schemas"]["PasswordUser"];
        };
        /**
         * @description IAM user who signs in, with the password and the account to which the user belongs.
         * @example {
         *       "name": "IAMUser",
         *       "password": "not-a-real-password",
         *       "domain": {
         *         "name": "IAMDomain"
         *       }
         *     }
         */
        PasswordUser: {
            domain: components["schemas"]["AccountName"];
            /**
             * @description IAM user name; the name of a HUAWEI ID does not work.
             * @example IAMUser
             */
            name: string;
            /**
             * Format: password
             * @description Login password. Several wrong ones lock the user, by default for 15 minutes.
             * @example not-a-real-password
             */
            password: string;
        };
        /**
         * @description Project of an account in a region.
         * @example {
         *       "id": "aa2d97d7e62c4b7da3ffdfc11551f878",
         *       "name": "cn-north-4",
         *       "domain_id": "d78cbac186b744899480f25bd022f468",
         *       "parent_id": "d78cbac186b744899480f25bd022f468",
         *       "enabled": true,
         *       "is_domain": false,
         *       "description": "",
         *       "links": {
         *         "self": "https://iam.cn-north-4.myhuaweicloud.com/v3/projects/aa2d97d7e62c4b7da3ffdfc11551f878",
         *         "next": null,
         *         "previous": null
         *       }
         *     }
         */
        Project: {
            /**
             * @description What the project is for, in the words of whoever created it; often empty.
             * @example
             */
            description: string;
            /**
             * @description ID of the account to which the project belongs; IAM calls an account a domain.
             * @example d78cbac186b744899480f25bd022f468
             */
            domain_id: string;
            /**
             * @description Whether the project can be used.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Project ID, as the calls of a service have it in their path: 32 hexadecimal digits in practice. The largest length
             *     is the one that Workspace accepts there.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
            /**
             * @description Whether the entry is an account instead of a project, which it never is.
             * @example false
             */
            is_domain: boolean;
            links: components["schemas"]["Links"];
            /**
             * @description Project name, which is the region ID, or `{region}_{suffix}` for a sub-project.
             * @example cn-north-4
             */
            name: string;
            /**
             * @description ID of the account for the project of a region, ID of that project for a sub-project.
             * @example d78cbac186b744899480f25bd022f468
             */
            parent_id: string;
        };
        /** @description Projects that match a look-up. */
        ProjectList: {
            links: components["schemas"]["Links"];
            /**
             * @description Matching projects; empty when there is none.
             * @example []
             */
            projects: components["schemas"]["Project"][];
        };
        /**
         * @description Project in which the token is valid, given by its ID or by its name; one of the two is enough.
         * @example {
         *       "name": "cn-north-4"
         *     }
         */
        ProjectScope: {
            /**
             * @description Project ID: 32 hexadecimal digits in practice. The largest length is that of the project ID in the paths of
             *     Workspace.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id?: string;
            /**
             * @description Project name, which is the region ID, or `{region}_{suffix}` for a sub-project.
             * @example cn-north-4
             */
            name?: string;
        };
        /**
         * @description One permission of a token. IAM also sends an ID, which is always `0` and identifies nothing.
         * @example {
         *       "name": "te_admin"
         *     }
         */
        Role: {
            /**
             * @description Permission name.
             * @example te_admin
             */
            name: string;
        };
        /**
         * @description Where the token is valid: in one project. IAM can also create a token for a whole account, which services of a region
         *     such as Workspace do not accept; that scope is left out here.
         * @example {
         *       "project": {
         *         "name": "cn-north-4"
         *       }
         *     }
         */
        Scope: {
            project: components["schemas"]["ProjectScope"];
        };
        /**
         * @description What a token is good for, and for how long. IAM sends more details than those described here.
         * @example {
         *       "catalog": [],
         *       "expires_at": "2020-01-04T09:05:22.701000Z",
         *       "issued_at": "2020-01-03T09:05:22.701000Z",
         *       "methods": [
         *         "password"
         *       ],
         *       "project": {
         *         "id": "aa2d97d7e62c4b7da3ffdfc11551f878",
         *         "name": "cn-north-4"
         *       },
         *       "roles": [
         *         {
         *           "name": "te_admin"
         *         }
         *       ],
         *       "user": {
         *         "id": "7116d09f88fa41908676fdd4b039e95b",
         *         "name": "IAMUser",
         *         "password_expires_at": ""
         *       }
         *     }
         */
        Token: {
            /**
             * @description Services that IAM knows; empty when the request has `nocatalog`.
             * @example []
             */
            catalog: components["schemas"]["CatalogService"][];
            /**
             * @description Time at which the token ends, in UTC, 24 hours after `issued_at`. Every published example has six fractional
             *     digits.
             * @example 2020-01-04T09:05:22.701000Z
             */
            expires_at: string;
            /**
             * @description Time at which IAM created the token, in UTC.
             * @example 2020-01-03T09:05:22.701000Z
             */
            issued_at: string;
            /**
             * @description Ways in which the user proved the identity, as in the request.
             * @example [
             *       "password"
             *     ]
             */
            methods: ("password" | "totp" | (string & {}))[];
            /**
             * @description Time at which the MFA code was checked, in UTC; only in the answer to a request with `totp`.
             * @example 2020-01-03T09:05:22.701000Z
             */
            mfa_authn_at?: string;
            project?: components["schemas"]["TokenProject"];
            /**
             * @description Permissions of the user in the project.
             * @example [
             *       {
             *         "name": "te_admin"
             *       }
             *     ]
             */
            roles: components["schemas"]["Role"][];
            user: components["schemas"]["TokenUser"];
        };
        /** @description Body that goes with a new token; it describes the token and does not contain it. */
        TokenBody: {
            token: components["schemas"]["Token"];
        };
        /**
         * @description Project in which the token is valid, also when the request gave its name only. IAM also sends the account.
         * @example {
         *       "id": "aa2d97d7e62c4b7da3ffdfc11551f878",
         *       "name": "cn-north-4"
         *     }
         */
        TokenProject: {
            /**
             * @description Project ID, as the calls of a service have it in their path. The largest length is the one that Workspace accepts
             *     there.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
            /**
             * @description Project name.
             * @example cn-north-4
             */
            name: string;
        };
        /**
         * @description Body of a request for a token.
         * @example {
         *       "auth": {
         *         "identity": {
         *           "methods": [
         *             "password"
         *           ],
         *           "password": {
         *             "user": {
         *               "name": "IAMUser",
         *               "password": "not-a-real-password",
         *               "domain": {
         *                 "name": "IAMDomain"
         *               }
         *             }
         *           }
         *         },
         *         "scope": {
         *           "project": {
         *             "name": "cn-north-4"
         *           }
         *         }
         *       }
         *     }
         */
        TokenRequest: {
            auth: components["schemas"]["Auth"];
        };
        /**
         * @description IAM user for whom the token stands. IAM also sends the account, as `domain`.
         * @example {
         *       "id": "7116d09f88fa41908676fdd4b039e95b",
         *       "name": "IAMUser",
         *       "password_expires_at": ""
         *     }
         */
        TokenUser: {
            /**
             * @description IAM user ID; a request with `totp` needs it.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id: string;
            /**
             * @description IAM user name.
             * @example IAMUser
             */
            name: string;
            /**
             * @description Time at which the password expires, in UTC. Empty for a password that never expires; documentation of the same
             *     call on another site says null instead.
             * @example
             * @example 2020-03-10T03:16:46.000000Z
             */
            password_expires_at?: string | null;
        };
        /**
         * @description Proof by a virtual MFA device, in addition to the password.
         * @example {
         *       "user": {
         *         "id": "7116d09f88fa41908676fdd4b039e95b",
         *         "passcode": "000000"
         *       }
         *     }
         */
        TotpMethod: {
            user: components["schemas"]["TotpUser"];
        };
        /**
         * @description Same IAM user as in the password part, named by ID, with the current code of the virtual MFA device.
         * @example {
         *       "id": "7116d09f88fa41908676fdd4b039e95b",
         *       "passcode": "000000"
         *     }
         */
        TotpUser: {
            /**
             * @description IAM user ID, not the user name.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id: string;
            /**
             * Format: password
             * @description Time-based code of six digits that the virtual MFA device shows now; it changes every 30 seconds.
             * @example 000000
             */
            passcode: string;
        };
    };
    responses: {
        /** @description A parameter cannot be understood. */
        BadRequest: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The identity does not have the required permissions. */
        Forbidden: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description An internal error of IAM occurred. */
        InternalServerError: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A named resource, or the call itself, is not found. */
        NotFound: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Projects that have the name, one in the ordinary case. */
        ProjectsListed: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProjectList"];
            };
        };
        /** @description IAM is unavailable. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Token created. The token itself is in the header `X-Subject-Token`, its details are in the body. */
        TokenCreated: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-Subject-Token": components["headers"]["X-Subject-Token"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        /** @description User name, account, password or MFA code is wrong, or the account is locked. */
        TokenRefused: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A property of the body is missing or cannot be understood. */
        TokenRequestInvalid: {
            headers: {
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
                "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
         * @description Project name to look for: the region ID for the project of a region, or `{region}_{suffix}` for a sub-project.
         *     Without it every project of the account is listed. **Not confirmed** whether upper and lower case differ.
         */
        name: string;
        /**
         * @description Switch that empties `catalog` in the answer. Any value that is not empty turns it on, `false` included; leave the
         *     parameter out to get the catalog.
         */
        nocatalog: string;
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
         * @description **Later addition.** ID under which IAM traces the request. The official SDKs for Go, Java and Python show it when a
         *     project look-up finds nothing. **Not confirmed** which other answers carry it.
         * @example example-trace-5d4e1a0f8c7b4f6e
         */
        "X-IAM-Trace-Id": string;
        /**
         * @description **Later addition.** ID of the request; quote it to support. All official SDKs read it.
         * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
         */
        "X-Request-Id": string;
        /**
         * @description User token: the credential that this call creates. It is opaque, several kilobytes long and begins with `MII`.
         * @example MIIexample-token-that-opens-nothing
         */
        "X-Subject-Token": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Operations of the description by their ID, as openapi-typescript generates them. */
export interface operations {
    createToken: {
        parameters: {
            query?: {
                /**
                 * @description Switch that empties `catalog` in the answer. Any value that is not empty turns it on, `false` included; leave the
                 *     parameter out to get the catalog.
                 */
                nocatalog?: components["parameters"]["nocatalog"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who signs in, how, and for which project. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            201: components["responses"]["TokenCreated"];
            400: components["responses"]["TokenRequestInvalid"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /**
                 * @description Project name to look for: the region ID for the project of a region, or `{region}_{suffix}` for a sub-project.
                 *     Without it every project of the account is listed. **Not confirmed** whether upper and lower case differ.
                 */
                name?: components["parameters"]["name"];
            };
            header?: {
                /** @description **Later addition.** Security token that came with a temporary access key; part of what is signed. */
                "X-Security-Token"?: components["parameters"]["X-Security-Token"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProjectsListed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}

// Generated from the description by `pnpm generate`. Do not edit.

/** Operations of the description by path and method, as openapi-typescript generates them. */
export interface paths {
    "/v3.0/OS-AUTH/id-token/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a token from an ID token
         * @description Checks an ID token of an OpenID Connect identity provider and creates a token of a federated user. The token is in the
         *     response header `X-Subject-Token`, not in the body.
         *
         *     ### An unscoped token
         *
         *     The token is unscoped, because the request names no scope. The page recommends creating only unscoped tokens with
         *     this call, and temporary access keys from them. **Later addition.** Services do not accept an unscoped token.
         *     **Note.** Create the temporary access key with `POST /v3.0/OS-CREDENTIAL/securitytokens`. The call can also create a
         *     token for a project or an account; that is left out here.
         *
         *     ### Endpoint
         *
         *     The call can be sent to the global or a regional endpoint.
         *
         *     ### Request headers
         *
         *     `X-Idp-Id` is mandatory. **Later addition.** The official SDKs send `Content-Type: application/json`. **Note.** The ID
         *     token in the body is the only credential.
         */
        post: operations["createTokenWithIdToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3.0/OS-CREDENTIAL/securitytokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a temporary access key from a token
         * @description Creates a temporary access key with its security token from a token. Each request that is signed with the key must
         *     also have the security token, in the header `X-Security-Token`.
         *
         *     ### Validity
         *
         *     A key is valid for 15 minutes to 24 hours, as the request asks. It has the least privilege. **Note.** Create the next
         *     key well before `expires_at`.
         *
         *     ### Which token
         *
         *     Tokens of IAM users, of federated users and of agencies work. The request has the token in its body or in
         *     `X-Auth-Token`, which takes precedence. **Note.** The header, a signed request and a policy for the object storage
         *     service are left out here: the token in the body is the only credential.
         *
         *     ### Endpoint
         *
         *     The call can be sent to the global or a regional endpoint.
         *
         *     ### Request headers
         *
         *     `Content-Type: application/json;charset=utf8` is mandatory on the documentation page.
         */
        post: operations["createTemporaryAccessKeyByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * @description Checks the password of an IAM user and creates a token for one project. The token is in the response header
         *     `X-Subject-Token`, not in the body. **Note.** Send it as `X-Auth-Token` to the services of that project.
         *
         *     ### Validity
         *
         *     A token is valid for 24 hours, and a new token does not affect the one before it. A token becomes invalid within 30
         *     minutes if the user is deleted or disabled, if the password, an access key or the permissions change, or if the account
         *     is in arrears. **Note.** Cache the token, and create the next one well before `expires_at`.
         *
         *     ### Who can sign in
         *
         *     A HUAWEI ID cannot obtain a token; create an IAM user in its account. A user of a federated identity provider needs a
         *     Huawei Cloud password. **Later addition.** The IAM user must have programmatic access. Several wrong passwords lock
         *     the user, by default for 15 minutes. **Note.** Never retry a rejected request unchanged.
         *
         *     ### Request headers
         *
         *     `Content-Type: application/json;charset=utf8` is mandatory on the documentation page. **Note.** No credential is sent.
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
         * @description Queries information about the projects of the account. **Later addition.** Every region has a project named after it,
         *     so a lookup by region ID returns the project ID, which calls to a service have in their path.
         *
         *     ### One, none or several
         *
         *     **Later addition.** Most official SDKs expect exactly one project and reject any other number; one SDK creates a
         *     missing project. All of them cache the ID for each access key and region. **Note.** Do not create a project in a
         *     lookup. If there is none, confirm that the project exists in the account and that the user is allowed to see it.
         *
         *     ### Endpoint
         *
         *     The call can be sent to the global or a regional endpoint. **Not confirmed:** the endpoint page of IAM lists regional
         *     hosts only for the calls that create tokens. The official SDKs for Go, Java and Python send this call to regional
         *     hosts, too.
         *
         *     ### Permission
         *
         *     **Later addition.** The newest documentation says that an IAM user needs a permission, older pages say that every user
         *     is allowed to make the call; the action in published policies is `iam:projects:listProjects`. **Not confirmed** which
         *     of these is true.
         *
         *     ### Request headers
         *
         *     `X-Auth-Token` is mandatory on the documentation page, and so is `Content-Type: application/json;charset=utf8`.
         *     **Later addition.** A signed request needs no `X-Auth-Token`. **Note.** The request has no body, and OpenAPI ignores a
         *     header parameter named `Content-Type`. For `X-Auth-Token`, see the credentials.
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
         * @description Account to which the IAM user belongs; IAM calls an account a domain.
         * @example {
         *       "name": "IAMDomain"
         *     }
         */
        AccountName: {
            /**
             * @description Account name. **Note.** The console shows it under "My Credentials".
             * @example IAMDomain
             */
            name: string;
        };
        /**
         * @description Authentication information, which is the proof of identity and the scope of the token.
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
         * @description Service of the catalog. **Note.** Only the name and the type are described; IAM also sends a service ID and a list of
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
            name?: string;
            /**
             * @description Type of the service. **Note.** It is often the same text as the name.
             * @example identity
             */
            type?: string;
        };
        /**
         * @description Body of an error response, in one of two shapes. The calls for a user token and for projects document `error` alone.
         *     **Later addition.** Other calls of IAM, and the API gateway in front of it, send `error_code` with `error_msg`. The
         *     prefix of `error_code` says which of them responded: `IAM.` is IAM, `APIGW.` (or `APIG.`) is the gateway.
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
             * @description **Later addition.** ID of the request, only in a response of the gateway.
             * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
             */
            request_id?: string;
        };
        /**
         * @description Details about the token of a federated user. **Note.** IAM sends more details than are described here.
         * @example {
         *       "expires_at": "2018-03-13T03:00:01.168000Z",
         *       "issued_at": "2018-03-12T03:00:01.168000Z",
         *       "methods": [
         *         "mapped"
         *       ],
         *       "user": {
         *         "id": "7116d09f88fa41908676fdd4b039e95b",
         *         "name": "FederationUser"
         *       }
         *     }
         */
        FederatedToken: {
            /**
             * @description Time at which the token expires, in UTC.
             * @example 2018-03-13T03:00:01.168000Z
             */
            expires_at?: string;
            /**
             * @description Time at which the token was issued, in UTC.
             * @example 2018-03-12T03:00:01.168000Z
             */
            issued_at?: string;
            /**
             * @description Methods by which the token was obtained; `mapped` for federated users. **Note.** Other values are valid, too.
             * @example [
             *       "mapped"
             *     ]
             */
            methods?: ("mapped" | (string & {}))[];
            user?: components["schemas"]["FederatedUser"];
        };
        /** @description Details about a new token. **Note.** The token itself is in the header `X-Subject-Token`. */
        FederatedTokenBody: {
            token?: components["schemas"]["FederatedToken"];
        };
        /**
         * @description Details about the federated user. **Note.** IAM also sends the account, and the identity provider as `OS-FEDERATION`.
         * @example {
         *       "id": "7116d09f88fa41908676fdd4b039e95b",
         *       "name": "FederationUser"
         *     }
         */
        FederatedUser: {
            /**
             * @description User ID.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id?: string;
            /**
             * @description User name, which the conversion rules of the identity provider determine.
             * @example FederationUser
             */
            name?: string;
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
             * @description HTTP status of the response.
             * @example 401
             */
            code?: number;
            /**
             * @description Description of the error.
             * @example The username or password is wrong.
             */
            message?: string;
            /**
             * @description Name of the HTTP status.
             * @example Unauthorized
             */
            title?: string;
        };
        /**
         * @description Proof of identity: the password of an IAM user. **Later addition.** A code of a virtual MFA device is required, too, if
         *     the login protection of the user asks for one.
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
             * @description Ways of proving the identity: `password`. **Later addition.** `totp` stands for a code of a virtual MFA device.
             *     **Note.** Each listed method needs the property with the same name.
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
         * @description Details about an ID token.
         * @example {
         *       "id": "example-id-token"
         *     }
         */
        IdToken: {
            /**
             * Format: password
             * @description ID token that the identity provider has issued for the user. **Note.** It is a JSON Web Token, with the public key of
             *     which IAM was configured.
             * @example example-id-token
             */
            id: string;
        };
        /**
         * @description Details about the authentication. **Note.** Without a `scope`, which is left out here, the token is unscoped.
         * @example {
         *       "id_token": {
         *         "id": "example-id-token"
         *       }
         *     }
         */
        IdTokenAuth: {
            id_token: components["schemas"]["IdToken"];
        };
        /**
         * @description Body of a request for a token of a federated user.
         * @example {
         *       "auth": {
         *         "id_token": {
         *           "id": "example-id-token"
         *         }
         *       }
         *     }
         */
        IdTokenRequest: {
            auth: components["schemas"]["IdTokenAuth"];
        };
        /**
         * @description Links of a listing or of one project. **Note.** Their host can differ from that of the request: the documentation shows
         *     `iam.huaweicloud.com`. Do not send credentials there.
         * @example {
         *       "self": "https://iam.cn-north-4.myhuaweicloud.com/v3/projects/aa2d97d7e62c4b7da3ffdfc11551f878",
         *       "next": null,
         *       "previous": null
         *     }
         */
        Links: {
            /**
             * @description Link to the next page. **Note.** It is null on the last page, and absent or null for one project.
             * @example null
             */
            next?: string | null;
            /**
             * @description Link to the previous page. **Note.** It is null on the first page, and absent or null for one project.
             * @example null
             */
            previous?: string | null;
            /**
             * @description Link to the listing or the project itself.
             * @example https://iam.cn-north-4.myhuaweicloud.com/v3/projects/aa2d97d7e62c4b7da3ffdfc11551f878
             */
            self?: string;
        };
        /**
         * @description Proof of identity by password.
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
         * @description IAM user who signs in, with the password and the account of the user.
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
             * @description Login password of the IAM user. **Later addition.** Several wrong passwords lock the user, by default for 15
             *     minutes.
             * @example not-a-real-password
             */
            password: string;
        };
        /**
         * @description Project of an account.
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
             * @description Description of the project. **Note.** It is often empty.
             * @example
             */
            description?: string;
            /**
             * @description ID of the account to which the project belongs; IAM calls an account a domain.
             * @example d78cbac186b744899480f25bd022f468
             */
            domain_id?: string;
            /**
             * @description Enabling status: whether the project can be used.
             * @example true
             */
            enabled?: boolean;
            /**
             * @description Project ID. **Later addition.** It has 32 hexadecimal digits in practice, and calls to a service have it in their
             *     path.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
            /**
             * @description Whether the entry is an account instead of a project; the value is always false.
             * @example false
             */
            is_domain?: boolean;
            links?: components["schemas"]["Links"];
            /**
             * @description Project name. **Later addition.** It is the region ID for the project of a region, and `{region}_{suffix}` for a
             *     sub-project.
             * @example cn-north-4
             */
            name: string;
            /**
             * @description ID of the account if the project is that of a region, ID of that project if it is a sub-project.
             * @example d78cbac186b744899480f25bd022f468
             */
            parent_id?: string;
        };
        /** @description Projects that match a lookup. */
        ProjectList: {
            links?: components["schemas"]["Links"];
            /**
             * @description Information about the matching projects. **Note.** It is empty when there is none.
             * @example []
             */
            projects: components["schemas"]["Project"][];
        };
        /**
         * @description Project to which the token is scoped, by its ID or its name. **Note.** One of the two is required.
         * @example {
         *       "name": "cn-north-4"
         *     }
         */
        ProjectScope: {
            /**
             * @description Project ID. **Later addition.** It has 32 hexadecimal digits in practice.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id?: string;
            /**
             * @description Project name. **Later addition.** It is the region ID for the project of a region, and `{region}_{suffix}` for a
             *     sub-project.
             * @example cn-north-4
             */
            name?: string;
        };
        /**
         * @description Permission of a token. **Note.** IAM also sends an ID, which is always `0` and identifies nothing.
         * @example {
         *       "name": "te_admin"
         *     }
         */
        Role: {
            /**
             * @description Permission name.
             * @example te_admin
             */
            name?: string;
        };
        /**
         * @description Scope of the token: one project. **Note.** IAM can also create a token for a whole account (`domain`). Services of a
         *     region, such as Workspace, do not accept it, so that scope is left out here, and a scope is required.
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
         * @description Temporary access key with its security token.
         * @example {
         *       "access": "example-temporary-access-key",
         *       "secret": "not-a-real-secret-key",
         *       "securitytoken": "example-security-token-that-opens-nothing",
         *       "expires_at": "2020-01-08T03:50:07.574000Z"
         *     }
         */
        TemporaryKey: {
            /**
             * @description Access key (AK).
             * @example example-temporary-access-key
             */
            access: string;
            /**
             * @description Time at which the key expires, in UTC. **Later addition.** Published examples have six fractional digits. **Note.** A
             *     client without it does not know when to create the next key.
             * @example 2020-01-08T03:50:07.574000Z
             */
            expires_at?: string;
            /**
             * @description Secret key (SK).
             * @example not-a-real-secret-key
             */
            secret: string;
            /**
             * @description Security token. **Note.** Send it as `X-Security-Token`, and sign it.
             * @example example-security-token-that-opens-nothing
             */
            securitytoken: string;
        };
        /**
         * @description Authentication information.
         * @example {
         *       "identity": {
         *         "methods": [
         *           "token"
         *         ],
         *         "token": {
         *           "id": "MIIexample-unscoped-token",
         *           "duration_seconds": 21600
         *         }
         *       }
         *     }
         */
        TemporaryKeyAuth: {
            identity: components["schemas"]["TokenIdentity"];
        };
        /** @description New temporary access key. */
        TemporaryKeyBody: {
            credential: components["schemas"]["TemporaryKey"];
        };
        /**
         * @description Body of a request for a temporary access key.
         * @example {
         *       "auth": {
         *         "identity": {
         *           "methods": [
         *             "token"
         *           ],
         *           "token": {
         *             "id": "MIIexample-unscoped-token",
         *             "duration_seconds": 21600
         *           }
         *         }
         *       }
         *     }
         */
        TemporaryKeyRequest: {
            auth: components["schemas"]["TemporaryKeyAuth"];
        };
        /**
         * @description Information about a token. **Note.** IAM sends more details than are described here.
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
             * @description Service catalog, empty when the request has `nocatalog`.
             * @example []
             */
            catalog?: components["schemas"]["CatalogService"][];
            /**
             * @description Time at which the token expires, in UTC. **Note.** That is 24 hours after `issued_at`. Every published example has
             *     six fractional digits.
             * @example 2020-01-04T09:05:22.701000Z
             */
            expires_at: string;
            /**
             * @description Time at which the token was issued, in UTC.
             * @example 2020-01-03T09:05:22.701000Z
             */
            issued_at: string;
            /**
             * @description Methods by which the token was obtained, as in the request. **Later addition.** `totp` stands for a code of a
             *     virtual MFA device.
             * @example [
             *       "password"
             *     ]
             * @example [
             *       "password",
             *       "totp"
             *     ]
             */
            methods?: ("password" | "totp" | (string & {}))[];
            /**
             * @description **Later addition.** Time at which the MFA code was checked, in UTC, only in the response to a request with `totp`.
             * @example 2020-01-03T09:05:22.701000Z
             */
            mfa_authn_at?: string;
            project?: components["schemas"]["TokenProject"];
            /**
             * @description Permissions of the token.
             * @example [
             *       {
             *         "name": "te_admin"
             *       }
             *     ]
             */
            roles?: components["schemas"]["Role"][];
            user?: components["schemas"]["TokenUser"];
        };
        /** @description Information about a new token. **Note.** The token itself is in the header `X-Subject-Token`. */
        TokenBody: {
            token: components["schemas"]["Token"];
        };
        /**
         * @description Authentication parameters, which are a token. **Note.** `token` is required here, as the only credential.
         * @example {
         *       "methods": [
         *         "token"
         *       ],
         *       "token": {
         *         "id": "MIIexample-unscoped-token",
         *         "duration_seconds": 21600
         *       }
         *     }
         */
        TokenIdentity: {
            /**
             * @description Ways of proving the identity, which are `token` alone. **Note.** The page names only this value, so the set is closed.
             * @example [
             *       "token"
             *     ]
             */
            methods: "token"[];
            token: components["schemas"]["TokenProof"];
        };
        /**
         * @description Project of the token. **Note.** It includes the ID even if the request had only the name. IAM also sends the account.
         * @example {
         *       "id": "aa2d97d7e62c4b7da3ffdfc11551f878",
         *       "name": "cn-north-4"
         *     }
         */
        TokenProject: {
            /**
             * @description Project ID. **Later addition.** Calls to a service have it in their path.
             * @example aa2d97d7e62c4b7da3ffdfc11551f878
             */
            id: string;
            /**
             * @description Project name.
             * @example cn-north-4
             */
            name?: string;
        };
        /**
         * @description Token, and the validity period of the key. **Note.** `id` is required here, as the only credential.
         * @example {
         *       "id": "MIIexample-unscoped-token",
         *       "duration_seconds": 21600
         *     }
         */
        TokenProof: {
            /**
             * Format: int32
             * @description Validity period of the key in seconds, from 15 minutes to 24 hours. **Later addition.** The Python SDK asks for 21600
             *     seconds.
             * @default 900
             * @example 21600
             */
            duration_seconds?: number;
            /**
             * Format: password
             * @description Token of an IAM user, of a federated user or of an agency.
             * @example MIIexample-unscoped-token
             */
            id: string;
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
         * @description IAM user of the token. **Note.** IAM also sends the account, as `domain`.
         * @example {
         *       "id": "7116d09f88fa41908676fdd4b039e95b",
         *       "name": "IAMUser",
         *       "password_expires_at": ""
         *     }
         */
        TokenUser: {
            /**
             * @description IAM user ID. **Note.** A request with `totp` needs it.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id?: string;
            /**
             * @description IAM user name.
             * @example IAMUser
             */
            name?: string;
            /**
             * @description Time at which the password expires, in UTC; empty if it never expires. **Later addition.** The documentation of the
             *     same call on another site says null instead.
             * @example
             * @example 2020-03-10T03:16:46.000000Z
             */
            password_expires_at?: string | null;
        };
        /**
         * @description **Later addition.** Proof of identity by a virtual MFA device, in addition to the password.
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
         * @description **Later addition.** The IAM user to whom the password belongs, identified by ID, with the current code of the virtual
         *     MFA device.
         * @example {
         *       "id": "7116d09f88fa41908676fdd4b039e95b",
         *       "passcode": "000000"
         *     }
         */
        TotpUser: {
            /**
             * @description **Later addition.** IAM user ID, not the user name.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id: string;
            /**
             * Format: password
             * @description **Later addition.** Code of six digits that the virtual MFA device shows now; it changes every 30 seconds.
             * @example 000000
             */
            passcode: string;
        };
    };
    responses: never;
    parameters: {
        /**
         * @description Project name. **Later addition.** It is the region ID for the project of a region, and `{region}_{suffix}` for a
         *     sub-project. Without `name`, the call lists every project of the account. **Not confirmed** whether case matters.
         */
        name: string;
        /**
         * @description Switch that empties `catalog` in the response. Any value that is not empty turns it on. **Note.** That includes
         *     `false`; omit the parameter to get the catalog.
         */
        nocatalog: string;
        /** @description Identity provider ID. **Note.** It is the name under which the provider was created in IAM. */
        "X-Idp-Id": string;
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
         * @description **Later addition.** ID under which IAM traces the request. The official SDKs for Go, Java and Python show it when a
         *     project lookup finds nothing. **Not confirmed** which other responses have it.
         * @example example-trace-5d4e1a0f8c7b4f6e
         */
        "X-IAM-Trace-Id": string;
        /**
         * @description **Later addition.** ID of the request, for support requests. All official SDKs read it.
         * @example 8a4f9d7b1c6e4f0c9f3b2a7d5e1c0f46
         */
        "X-Request-Id": string;
        /**
         * @description User token: the credential that this call creates. **Later addition.** It is opaque, is several kilobytes long and
         *     begins with `MII`.
         * @example MIIexample-token-that-opens-nothing
         */
        "X-Subject-Token": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Operations of the description by their ID, as openapi-typescript generates them. */
export interface operations {
    createTokenWithIdToken: {
        parameters: {
            query?: never;
            header: {
                /** @description Identity provider ID. **Note.** It is the name under which the provider was created in IAM. */
                "X-Idp-Id": components["parameters"]["X-Idp-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description ID token of the workload or the user. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdTokenRequest"];
            };
        };
        responses: {
            /** @description Token obtained. The token itself is in the header `X-Subject-Token`. */
            201: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Subject-Token": components["headers"]["X-Subject-Token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederatedTokenBody"];
                };
            };
            /** @description IAM fails to process the request. **Note.** A property of the body is missing or invalid. */
            400: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Authentication failed. **Note.** The ID token is invalid or has expired, or another identity provider has issued it. */
            401: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The access is denied. **Note.** The federated user lacks the required permissions. */
            403: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A requested resource, or the call itself, is not found. **Note.** The resource is the identity provider. */
            404: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
            /** @description An internal server error of IAM occurred. */
            500: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description **Later addition.** The gateway cannot reach IAM. */
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
    createTemporaryAccessKeyByToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Token from which the key is created. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemporaryKeyRequest"];
            };
        };
        responses: {
            /** @description Temporary access key created. The request is successful. */
            201: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryKeyBody"];
                };
            };
            /** @description IAM fails to process the request. **Note.** A property of the body is missing or invalid. */
            400: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Authentication failed. **Note.** The token in the body is invalid or has expired. */
            401: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The access is denied. **Note.** The federated user lacks the required permissions. */
            403: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description **Later addition.** The gateway does not know the path, the method or the host. */
            404: {
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
            /** @description An internal server error of IAM occurred. */
            500: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description **Later addition.** The gateway cannot reach IAM. */
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
    createToken: {
        parameters: {
            query?: {
                /**
                 * @description Switch that empties `catalog` in the response. Any value that is not empty turns it on. **Note.** That includes
                 *     `false`; omit the parameter to get the catalog.
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
            /** @description Token created. The token itself is in the header `X-Subject-Token`; the body describes it. */
            201: {
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
            /** @description A parameter is invalid. **Note.** A property of the body is missing or cannot be read. */
            400: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /**
             * @description Authentication failed. **Note.** The user name, the account, the password or the MFA code is wrong, or the user is
             *     locked.
             */
            401: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The access is denied. **Note.** The identity lacks the required permissions. */
            403: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A requested resource, or the call itself, is not found. */
            404: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
            /** @description An internal server error of IAM occurred. */
            500: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description IAM is unavailable. */
            503: {
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
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /**
                 * @description Project name. **Later addition.** It is the region ID for the project of a region, and `{region}_{suffix}` for a
                 *     sub-project. Without `name`, the call lists every project of the account. **Not confirmed** whether case matters.
                 */
                name?: components["parameters"]["name"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Projects that match. **Note.** There is exactly one in the usual case. */
            200: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            /** @description A parameter is invalid. */
            400: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The access is denied. **Note.** The identity lacks the required permissions. */
            403: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A requested resource, or the call itself, is not found. */
            404: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
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
            /** @description An internal server error of IAM occurred. */
            500: {
                headers: {
                    "X-IAM-Trace-Id": components["headers"]["X-IAM-Trace-Id"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description IAM is unavailable. */
            503: {
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
        };
    };
}

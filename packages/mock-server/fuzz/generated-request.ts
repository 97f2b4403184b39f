import fc from "fast-check";
import { ID_TOKEN, PROJECT, REGION, SECURITY_TOKEN, TEMPORARY_KEY, TOKEN, USER } from "./service-options.ts";
import { type Signing, signedHeaders } from "./signed-headers.ts";

/** Any request, valid or invalid. */
export interface GeneratedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signing: Signing | undefined;
  readonly body: string | undefined;
}

/** Returns what `fetch` needs to send the request to an origin. */
export function sendable({ method, target, headers, signing, body }: GeneratedRequest, origin: string) {
  const url = origin + target;
  const signed = signing && signedHeaders(url, signing);
  const init: RequestInit = { method, headers: { ...headers, ...signed } };
  return { url, init: body !== undefined && !/GET|HEAD/.test(method) ? { ...init, body } : init };
}

const text = fc.string({ unit: "binary", maxLength: 12 });
const around = (length: number) =>
  fc
    .tuple(fc.constantFrom("x", "é", "一", "😀"), fc.integer({ min: length - 1, max: length + 1 }))
    .map(([mark, count]) => mark.repeat(count));
const number = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "100",
    "101",
    "-1",
    "5000",
    "5001",
    "1.5",
    "5.0",
    "1e1",
    "0x5",
    "+5",
    " 5",
    "007",
    "",
    "ten",
    "null",
  ),
  fc.integer().map(String),
);

const values: Record<string, fc.Arbitrary<string>> = {
  os_type: fc.oneof(fc.constantFrom("Windows", "Linux", "windows", ""), around(255), text),
  image_type: fc.constantFrom("gold", "private", "Gold", "gold,private", ""),
  platform: fc.oneof(fc.constantFrom("Windows", "EulerOS", ""), around(255), text),
  architecture: fc.oneof(fc.constantFrom("x86", "arm", ""), around(10)),
  package_type: fc.oneof(fc.constantFrom("general", "agile", ""), around(255)),
  image_id: fc.oneof(fc.constantFrom("euler", "nobody", ""), around(255)),
  limit: number,
  offset: number,
  sort_field: fc.constantFrom("name", "created_at", "id", ""),
  sort_type: fc.constantFrom("asc", "desc", "up", ""),
  name: fc.oneof(fc.constantFrom(REGION, "cn-east-3", ""), around(64)),
  nocatalog: fc.constantFrom("true", "false", ""),
};
const parameter = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...Object.keys(values))
      .chain((name) => fc.tuple(fc.constant(name), values[name] ?? text)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.oneof(text, fc.constantFrom("__proto__", "os_type[]", "limit[a]")), text),
  },
);
const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  {
    weight: 8,
    arbitrary: fc.array(parameter, { maxLength: 4 }).map((pairs) => `?${new URLSearchParams(pairs)}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("?", "?limit", "?limit=1&limit=2", "?&&", "?limit=%zz", "?os_type=a+b"),
  },
);

const project = fc.oneof(
  { weight: 8, arbitrary: fc.constant(PROJECT) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.constantFrom("another", "%zz", "%", "a%2Fb", "%00", "..", "{project_id}"),
      around(255).map(encodeURIComponent),
      text.map(encodeURIComponent),
    ),
  },
);
/** Paths of the calls that turn an ID token into a temporary key. */
export const keyCalls = {
  token: "/v3.0/OS-AUTH/id-token/tokens",
  key: "/v3.0/OS-CREDENTIAL/securitytokens",
  agency: "/v5/agencies/assume-with-oidc",
};
const path = fc.oneof(
  { weight: 8, arbitrary: project.map((id) => `/v2/${id}/images`) },
  { weight: 3, arbitrary: fc.constant("/v3/projects") },
  { weight: 3, arbitrary: fc.constant("/v3/auth/tokens") },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(keyCalls)) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom("/", "/v2/images", `/v2/${PROJECT}/images/`, "//v2/p/images"),
      fc.webPath(),
    ),
  },
);

const credentials: fc.Arbitrary<Pick<GeneratedRequest, "headers" | "signing">> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ headers: { "X-Auth-Token": TOKEN }, signing: undefined }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Signing>(
        {},
        { secretKey: "another" },
        { accessKey: "NOBODY" },
        { time: 0 },
        { accessKey: TEMPORARY_KEY },
        { accessKey: TEMPORARY_KEY, securityToken: SECURITY_TOKEN },
      )
      .map((signing) => ({ headers: {}, signing })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Record<string, string>>(
        {},
        { "X-Auth-Token": "" },
        { "X-Auth-Token": "another" },
        { Authorization: "Basic not-a-real-secret" },
        { Authorization: "SDK-HMAC-SHA256", "X-Sdk-Date": "20260102T000000Z" },
        { "X-Sdk-Date": "20260102T000000Z" },
      )
      .map((headers) => ({ headers, signing: undefined })),
  },
);
const header = fc.oneof(
  fc.tuple(
    fc.constant("Content-Type"),
    fc.constantFrom("application/json", "application/json;charset=utf8", "text/plain"),
  ),
  fc.tuple(fc.constant("Accept"), fc.constantFrom("*/*", "application/json", "text/html", "none")),
  fc.tuple(
    fc.constant("X-Project-Id"),
    fc.oneof(
      fc.constantFrom(PROJECT, ""),
      fc.constantFrom(255, 256).map((length) => "x".repeat(length)),
    ),
  ),
  fc.tuple(fc.constant("X-Idp-Id"), fc.constantFrom("another", "")),
  fc.tuple(fc.constantFrom("X-Security-Token", "X-Other", "Prefer"), fc.constantFrom("", " ")),
);

const rarely = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const signIn = fc
  .record({
    methods: rarely<unknown>(
      ["password"],
      ["password", "totp"],
      ["password", "password"],
      ["password", "token"],
      ["token"],
      [],
      "password",
    ),
    name: rarely<unknown>(USER.name, "bob", "", 7),
    password: rarely<unknown>(USER.password, "another", "", null),
    domain: rarely<unknown>({ name: USER.domain }, { name: "another" }, {}, "acme"),
    totp: rarely<unknown>(undefined, { user: { id: "ann", passcode: "000000" } }, { user: {} }, 7),
    project: rarely<unknown>(
      { name: REGION },
      { id: PROJECT },
      { id: PROJECT, name: "cn-east-3" },
      { name: "" },
      {},
      undefined,
    ),
  })
  .map(({ methods, totp, project, ...user }) =>
    JSON.stringify({ auth: { identity: { methods, password: { user }, totp }, scope: { project } } }),
  );
const idToken = rarely<unknown>(ID_TOKEN.idToken, "another", "", 7);
const seconds = rarely<unknown>(undefined, 900, 899, 43_200, 86_401, 0, 1.5, "900", null);
const tokenRequest = idToken.map((id) => JSON.stringify({ auth: { id_token: { id } } }));
const keyRequest = fc
  .record({
    methods: rarely<unknown>(["token"], ["token", "token"], ["password"], [], "token"),
    token: fc.record({ id: rarely<unknown>(TOKEN, "another", "", 7), duration_seconds: seconds }),
  })
  .map((identity) => JSON.stringify({ auth: { identity } }));
const agencyRequest = fc
  .record({
    provider_urn: rarely<unknown>(ID_TOKEN.providerUrn, "another", "", null),
    agency_urn: rarely<unknown>(ID_TOKEN.agencyUrn, "another", "", undefined),
    agency_session_name: rarely<unknown>("session", "s", "", 7),
    id_token: idToken,
    duration_seconds: seconds,
  })
  .map((agency) => JSON.stringify(agency));

/** A body for each path that takes one, or anything. */
const bodies = fc
  .record({
    "/v3/auth/tokens": signIn,
    [keyCalls.token]: tokenRequest,
    [keyCalls.key]: keyRequest,
    [keyCalls.agency]: agencyRequest,
  })
  .map((all) => new Map(Object.entries(all)));
const anyBody = fc.oneof(fc.constantFrom(undefined, "", "{", "null", "[]", "{}"), fc.json());

export const generatedRequest: fc.Arbitrary<GeneratedRequest> = fc
  .record({
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"),
      },
    ),
    path,
    query,
    credentials,
    extra: fc.array(header, { maxLength: 2 }),
    bodies,
    anyBody: fc.option(
      anyBody.map((text) => ({ text })),
      { freq: 4 },
    ),
  })
  .map(({ method, path, query, credentials, extra, bodies, anyBody }): GeneratedRequest => {
    const hasBody = bodies.has(path);
    const provider = path === keyCalls.token && { "X-Idp-Id": ID_TOKEN.idpId };
    const usual = hasBody ? { "Content-Type": "application/json", ...provider } : {};
    return {
      method: method ?? (hasBody ? "POST" : "GET"),
      target: path + query,
      headers: { ...usual, ...credentials.headers, ...Object.fromEntries(extra) },
      signing: credentials.signing,
      body: hasBody ? (anyBody ? anyBody.text : bodies.get(path)) : undefined,
    };
  });

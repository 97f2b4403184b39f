import { images } from "@workspace-images/spec";

/** The remedy for each error code of the description. */
const remedies: Readonly<Record<string, string>> = {
  "APIGW.0201": "Check the URL and the headers; send no body.",
  "WKS.00211102":
    "Correct the parameter that `error_detail` names. The client checks the documented bounds before it sends a request.",
  "APIGW.0301":
    "Check the token or the access key. For a signature, check that you signed the time, host and query that you sent. Stop after a few failures, because more than five in a row lock the key.",
  "APIGW.0307": "Create a new token for a project in the region of the endpoint.",
  "WKS.00211302": "Ask an administrator to give the user access to Workspace in this project.",
  "WKS.00010099": "Activate Workspace in this project, or use a project in which it is active.",
  "PAP5.0001": "Add `workspace:images:list` and `ims:images:list` to the policy of the identity.",
  "APIGW.0101":
    "Check region, host, path and method: `GET https://workspace.{region}.myhuaweicloud.com/v2/{project_id}/images`.",
  "WKS.00211902": "Check the project ID. The project must belong to the region of the endpoint.",
  "WKS.00000405": "Use GET.",
  "APIGW.0308":
    "Wait as long as `Retry-After` or the message says, then retry. The client does this for you.",
  "WKS.00211401": "Retry later. The client makes up to three attempts. Keep the request ID for support.",
  "WKS.00000003": "Retry later. The client makes up to three attempts. Keep the request ID for support.",
  "WKS.00050902": "Retry later. The client makes up to three attempts.",
  "APIGW.0613": "Retry later. The client makes up to three attempts. The token is not the cause.",
};

/** An error code that has an example in the description. */
export interface CataloguedError {
  readonly status: string;
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
}

type Named<T> = Readonly<Record<string, T>>;
interface Example {
  readonly summary: string;
  readonly value: { readonly error_code?: string };
}
interface Response {
  readonly content: { readonly "application/json": { readonly examples: Named<{ readonly $ref: string }> } };
}

function resolve<T>({ $ref }: { readonly $ref: string }): T {
  const [, kind = "", name = ""] = /^#\/components\/([^/]+)\/([^/]+)$/.exec($ref) ?? [];
  return images.components[kind]?.[name] as T;
}

/** Lists the errors of the description by status, and throws if one has no remedy. */
export function errorCatalogue(): readonly CataloguedError[] {
  const operation = images.paths["/v2/{project_id}/images"]?.["get"] as {
    readonly responses: Named<{ readonly $ref: string }>;
  };
  return Object.entries(operation.responses).flatMap(([status, reference]) =>
    Object.values(resolve<Response>(reference).content["application/json"].examples).flatMap((example) => {
      const { summary, value } = resolve<Example>(example);
      const code = value.error_code;
      if (code === undefined) return [];
      const remedy = remedies[code];
      if (!remedy) throw new Error(`The error code ${code} of the description has no remedy`);
      return [{ status, code, meaning: summary, remedy }];
    }),
  );
}

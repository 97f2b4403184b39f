import { describe, expect, test } from "vitest";
import { resolveEndpoints } from "../src/endpoint.ts";
import { InputError } from "../src/index.ts";

describe("endpoints", () => {
  test.each([
    [
      { region: "cn-north-4" },
      "https://workspace.cn-north-4.myhuaweicloud.com",
      "https://iam.myhuaweicloud.com",
    ],
    [
      { region: "na-mexico-1" },
      "https://workspace.na-mexico-1.myhuaweicloud.com",
      "https://iam.myhuaweicloud.com",
    ],
    [
      { region: "eu-west-101" },
      "https://workspace.eu-west-101.myhuaweicloud.com",
      "https://iam.eu-west-101.myhuaweicloud.eu",
    ],
    [
      { endpoint: "https://workspace.eu-west-101.myhuaweicloud.eu/" },
      "https://workspace.eu-west-101.myhuaweicloud.eu",
      "https://iam.eu-west-101.myhuaweicloud.eu",
    ],
    [{ endpoint: "http://127.0.0.1:4010" }, "http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    [{ endpoint: "http://[::1]:4010/" }, "http://[::1]:4010", "http://[::1]:4010"],
    [{ endpoint: "http://localhost" }, "http://localhost", "http://localhost"],
    [{ endpoint: "http://127.0.0.10" }, "http://127.0.0.10", "http://127.0.0.10"],
    [{ endpoint: "http://mock.localhost" }, "http://mock.localhost", "http://mock.localhost"],
    [
      { endpoint: "https://workspace.eu-west-101.myhuaweicloud.com.example" },
      "https://workspace.eu-west-101.myhuaweicloud.com.example",
      "https://workspace.eu-west-101.myhuaweicloud.com.example",
    ],
    [
      { region: "cn-north-4", endpoint: "https://proxy.example/huawei//" },
      "https://proxy.example/huawei",
      "https://proxy.example/huawei",
    ],
    [
      { endpoint: "https://proxy.example", iamEndpoint: "https://iam.cn-north-4.myhuaweicloud.com" },
      "https://proxy.example",
      "https://iam.cn-north-4.myhuaweicloud.com",
    ],
    [{ endpoint: "http://10.0.0.1", allowInsecure: true }, "http://10.0.0.1", "http://10.0.0.1"],
  ])("%o resolves to %s and %s", (options, endpoint, iamEndpoint) => {
    expect(resolveEndpoints(options)).toEqual({ endpoint, iamEndpoint });
  });
});

describe("an invalid endpoint", () => {
  test.each([
    [{}, "region or endpoint is missing"],
    [{ region: "" }, 'region is "", but must be like "cn-north-4"'],
    [{ region: "evil.example/" }, 'region is "evil.example/"'],
    [{ region: "evil.example/cn-north-4" }, 'region is "evil.example/cn-north-4"'],
    [{ region: "cn-north-4.evil.example/" }, 'region is "cn-north-4.evil.example/"'],
    [{ region: "CN-NORTH-4" }, 'region is "CN-NORTH-4"'],
    [{ endpoint: "workspace.example" }, "endpoint is not a valid http or https URL"],
    [{ endpoint: "ftp://workspace.example" }, "endpoint is not a valid http or https URL"],
    [{ endpoint: "xhttp://workspace.example" }, "endpoint is not a valid http or https URL"],
    [
      { endpoint: "https://user@workspace.example" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "https://:password@workspace.example" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "https://workspace.example?x=1" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "https://workspace.example/?" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "https://workspace.example/#" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "https://workspace.example#x" },
      "endpoint must not have credentials, a query or a fragment",
    ],
    [
      { endpoint: "http://workspace.example" },
      "endpoint is http, which exposes the credentials to the network",
    ],
    [{ endpoint: "http://127.0.0.1.example" }, "endpoint is http"],
    [{ endpoint: "http://localhost.example" }, "endpoint is http"],
    [{ endpoint: "http://notlocalhost" }, "endpoint is http"],
    [{ region: "cn-north-4", iamEndpoint: "http://iam.example" }, "iamEndpoint is http"],
  ])("rejects %o: %s", (options, message) => {
    expect(() => resolveEndpoints(options)).toThrow(InputError);
    expect(() => resolveEndpoints(options)).toThrow(message);
  });

  test("rejects a URL with a password without showing it", () => {
    const endpoint = "https://user:canary-password@workspace.example";
    expect(() => resolveEndpoints({ endpoint })).toThrow(/^(?!.*canary)/);
  });
});

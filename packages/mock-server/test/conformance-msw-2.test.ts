import { createMock } from "@workspace-images/mock";
import { mswHandlers } from "@workspace-images/mock/msw";
import { HttpHandler } from "msw2";
import { expect, test, vi } from "vitest";
import { describeConformance } from "./conformance.ts";
import { startMsw } from "./msw-backend.ts";

vi.mock("msw", () => import("msw2"));
vi.mock("msw/node", () => import("msw2/node"));

test("mswHandlers returns handlers of MSW 2", () => {
  for (const handler of mswHandlers(createMock())) expect(handler).toBeInstanceOf(HttpHandler);
});

describeConformance("MSW 2", startMsw);

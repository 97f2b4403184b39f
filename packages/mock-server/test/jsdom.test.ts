// @vitest-environment jsdom
import { testBrowserEnvironment } from "./browser-environment.ts";

testBrowserEnvironment(false);

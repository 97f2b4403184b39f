// @vitest-environment happy-dom
import { testBrowserEnvironment } from "./browser-environment.ts";

testBrowserEnvironment(true);

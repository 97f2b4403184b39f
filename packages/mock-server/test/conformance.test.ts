import { startInProcess, startPrism } from "./backend.ts";
import { describeConformance } from "./conformance.ts";
import { startMsw } from "./msw-backend.ts";

describeConformance("mock.fetch", startInProcess);
describeConformance("the Prism server", startPrism);
describeConformance("MSW 3", startMsw);

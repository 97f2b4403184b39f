#!/usr/bin/env node
import { runMockServer } from "./run-mock-server.ts";

await runMockServer(process.argv.slice(2));

#!/usr/bin/env node
import { runMockServer } from "./command.ts";

process.exitCode = await runMockServer(process.argv.slice(2));

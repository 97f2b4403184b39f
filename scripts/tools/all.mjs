// The tools, in the order of the table.
import { oapiCodegen } from "./go/oapi-codegen.mjs";
import { oasdiff } from "./go/oasdiff.mjs";
import { ogen } from "./go/ogen.mjs";
import { vacuum } from "./go/vacuum.mjs";
import { openapiGenerators } from "./java/openapi-generator.mjs";
import { swaggerCodegen } from "./java/swagger-codegen.mjs";
import { swaggerParserJava } from "./java/swagger-parser.mjs";
import { heyApi } from "./node/hey-api.mjs";
import { orval } from "./node/orval.mjs";
import { spectral } from "./node/spectral.mjs";
import { swaggerParserNode } from "./node/swagger-parser.mjs";
import { swaggerTypescriptApi } from "./node/swagger-typescript-api.mjs";
import { openapiPythonClient } from "./python/openapi-python-client.mjs";
import { openapiSpecValidator } from "./python/openapi-spec-validator.mjs";

/** @type {readonly import("./tool.mjs").Tool[]} */
export const tools = [
  ...[spectral, vacuum, swaggerParserNode, swaggerParserJava, openapiSpecValidator, oasdiff],
  ...openapiGenerators,
  ...[swaggerCodegen, oapiCodegen, ogen, openapiPythonClient, orval, heyApi, swaggerTypescriptApi],
];

import { createStop } from "../async/abort.ts";
import { accessKeyAuth } from "../auth/access-key-auth.ts";
import type { Auth } from "../auth/auth.ts";
import { metadataSwitch, readAgencyKey } from "../providers/ecs-agency-keys.ts";
import { parseObject } from "../providers/key-source.ts";
import { createMetadata, type Metadata } from "../providers/metadata.ts";
import type { Environment } from "../providers/settings.ts";

/** Name of this source, for messages. */
export const METADATA = "the metadata of this server";

/** What the metadata of this server says. */
export interface ServerMetadata {
  readonly auth: Auth;
  readonly region?: string | undefined;
  /** The project of that region. */
  readonly projectId?: string | undefined;
}

/** Milliseconds for all requests: elsewhere than on a server of Huawei Cloud nobody responds. */
const TIME_LIMIT = 800;

/** Reads region and project of the server. Without them, the user can still set them. */
async function readPlace(
  { source, get }: Metadata,
  signal: AbortSignal,
): Promise<Omit<ServerMetadata, "auth">> {
  try {
    const data = parseObject(source, await get("/openstack/latest/meta_data.json", { signal }));
    const text = (name: string, form: RegExp) => {
      const value = data[name];
      return typeof value === "string" && form.test(value) ? value : undefined;
    };
    const region = text("region_id", /^[a-z]+(-[a-z\d]+)+$/);
    return { region, projectId: region && text("project_id", /^[\w-]{1,64}$/) };
  } catch {
    return {};
  }
}

/** Asks the metadata of this server for a key; returns why there is none. */
export async function findServerMetadata(env: Environment): Promise<ServerMetadata | string> {
  const off = metadataSwitch(env);
  if (off) return `turned off by ${off}`;
  const metadata = createMetadata(undefined);
  const stop = createStop(undefined, TIME_LIMIT, `no response within ${TIME_LIMIT} ms`);
  try {
    let first = await readAgencyKey(metadata, stop.signal).then((key) => [key]);
    const auth = accessKeyAuth(async ({ signal, rejected }) => {
      const [key] = first;
      first = [];
      const isValid = key?.expiresAt && key.expiresAt.getTime() > Date.now() && !rejected;
      return isValid ? key : readAgencyKey(metadata, signal);
    });
    return { auth, ...(await readPlace(metadata, stop.signal)) };
  } catch (error) {
    return error instanceof Error ? error.message.replace(`${metadata.source.name} `, "") : String(error);
  } finally {
    stop.release();
  }
}

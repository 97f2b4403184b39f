import { type LoadConfigOptions, type LoadedConfig, loadConfig as load } from "@workspace-images/client/node";
import { notify } from "../process/streams.ts";

/** Milliseconds after which the command says what it waits for. Only the metadata of a server takes longer. */
const SILENCE = 300;
const OFF = "HUAWEICLOUD_SDK_METADATA_DISABLED";

function announceMetadata(): void {
  notify(`No credentials found so far. Asking the metadata of this server; ${OFF}=true turns this off.`);
}

/** Loads the configuration, and says so on standard error while it waits for the metadata of this server. */
export async function loadConfig(options: LoadConfigOptions): Promise<LoadedConfig> {
  const isOff = process.env[OFF]?.trim().toLowerCase() === "true";
  const notice = isOff ? undefined : setTimeout(announceMetadata, SILENCE);
  try {
    return await load(options);
  } finally {
    clearTimeout(notice);
  }
}

import type { ImagesClientOptions } from "@workspace-images/client";

/** Options of a client, with a listener that notes when its token or key expires. */
export interface WatchedOptions {
  readonly options: ImagesClientOptions;
  /** Says when the token or key expires that a call has requested; empty if it requested none. */
  describe(): string;
}

/** Formats a time span with its largest unit. */
function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Watches for the expiry of what a client authenticates with. */
export function watchExpiry(options: ImagesClientOptions): WatchedOptions {
  let expiresAt: string | undefined;
  return {
    options: {
      ...options,
      onEvent(event) {
        if (event.type === "credentials") expiresAt = event.expiresAt ?? expiresAt;
        options.onEvent?.(event);
      },
    },
    describe: () =>
      expiresAt ? `valid until ${expiresAt}, for ${span(Date.parse(expiresAt) - Date.now())}` : "",
  };
}

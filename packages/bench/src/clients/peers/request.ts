/** Project ID in the path of every request. */
export const PROJECT_ID = "0123456789abcdef0123456789abcdef";

/** A fake token, as long as a short token of IAM. */
export const TOKEN = "MIIFakeToken".repeat(170);

/** Query parameters of every request. */
export const QUERY = { os_type: "Windows", limit: 100 } as const;

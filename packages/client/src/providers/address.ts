/** Adds the scheme, which the SDKs allow to omit, and removes the version from the IAM URL of Terraform. */
export function addressOf(value: string): string;
export function addressOf(value: string | undefined): string | undefined;
export function addressOf(value: string | undefined): string | undefined {
  const address = value?.trim().replace(/\/v3\/?$/, "");
  return address && (address.includes("://") ? address : `https://${address}`);
}

/** Formats a time with six decimal places, as IAM and the metadata of a server do. */
export function iamTime(time: number | Date): string {
  return new Date(time).toISOString().replace("Z", "000Z");
}

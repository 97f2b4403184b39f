import { InvalidArgumentError } from "commander";

/** Creates the parser of an integer option. */
export function integerFrom(minimum: number, maximum?: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    // Nine digits are exact numbers.
    if (/^\d{1,9}$/.test(text) && number >= minimum && number <= (maximum ?? number)) return number;
    const range = maximum === undefined ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
    throw new InvalidArgumentError(`It must be an integer ${range}.`);
  };
}

/** Parses a duration in seconds, at most a day. */
export function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError("It must be a number of seconds greater than 0, at most 86400.");
}

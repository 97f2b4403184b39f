// How a sample can be wrong: with another name for what the description names.

/** @typedef {{ kind: string, what: string, edit: (text: string) => string }} Change */

const NAMES =
  /\b(?:X-Auth-Token|X-Sdk-Date|Authorization|Content-Type|SDK-HMAC-SHA256|os_type|image_type|images|limit|offset)\b|\/v2\//g;

/** Lists how a sample can be wrong. @param {string} _file @param {string} text @returns {Generator<Change>} */
export function* sampleChanges(_file, text) {
  for (const name of new Set(text.match(NAMES))) {
    const other = name === "/v2/" ? "/v9/" : `${name}x`;
    yield {
      kind: "sample",
      what: `says ${other} for ${name}`,
      edit: (current) => current.replaceAll(name, other),
    };
  }
}

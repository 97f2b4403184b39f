// Generated from the description by `pnpm generate`. Do not edit.

/**
 * The values known today, by the name of the field or parameter: `knownValues.os_type.Windows` is `"Windows"`, and
 * `Object.values(knownValues.os_type)` is all of them. The service may add values to a field of an image.
 */
export const knownValues = /* @__PURE__ */ Object.freeze({
  /** Kind of image: gold is a public image, private a private one. */
  image_type: /* @__PURE__ */ Object.freeze({ "gold": "gold", "private": "private" }),
  /** Operating system type: Linux, Windows or Other. */
  os_type: /* @__PURE__ */ Object.freeze({ "Linux": "Linux", "Windows": "Windows", "Other": "Other" }),
  /** Image format: vhd, raw, qcow2 or zvhd2. */
  disk_format: /* @__PURE__ */ Object.freeze({ "vhd": "vhd", "raw": "raw", "qcow2": "qcow2", "zvhd2": "zvhd2" }),
  /** Processor architecture: x86 or arm. */
  architecture: /* @__PURE__ */ Object.freeze({ "x86": "x86", "arm": "arm" }),
  /** Property by which the images are sorted: name or creation time. */
  sort_field: /* @__PURE__ */ Object.freeze({ "name": "name", "created_at": "created_at" }),
  /** Direction in which the images are sorted: ascending or descending. */
  sort_type: /* @__PURE__ */ Object.freeze({ "asc": "asc", "desc": "desc" }),
});

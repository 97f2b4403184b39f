// Generated from the description by `pnpm generate`. Do not edit.

/** Properties of an image. */
export const imageColumns: readonly string[] = ["id","image_type","os_type","os_version","disk_format","name","min_ram","min_disk","product_code","architecture","created_at","kms_id"];

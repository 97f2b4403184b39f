function createImage(index: number) {
  return {
    id: `20000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    image_type: "gold",
    os_type: "Windows",
    os_version: "Windows 10 Enterprise 64bit",
    disk_format: "zvhd2",
    name: `Workspace-User-Windows10-Enterprise-21H2-64bit-${index}`,
    min_ram: 0,
    min_disk: 60,
    product_code: "OFFI740586375358963717",
    size: 17_179_869_184,
    status: "active",
    visibility: "public",
    created_at: "2024-03-01T08:00:00Z",
  };
}

/** Returns a page with `count` images, in the format of the service. */
export function createPageText(count: number): string {
  const images = Array.from({ length: count }, (_, index) => createImage(index));
  return JSON.stringify({ total_count: count, images });
}

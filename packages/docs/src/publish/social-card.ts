import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import sharp from "sharp";

/** Name of the picture that other sites show beside a link to this one, and its size in pixels. */
export const CARD = { name: "social-card.png", width: 1200, height: 630 } as const;

const LINES = [
  `<text y="330" font-size="84" font-weight="700" fill="#fff">Workspace Images</text>`,
  `<text y="410" font-size="38" fill="#cfeee8">The product images of Huawei Cloud Workspace:</text>`,
  `<text y="462" font-size="38" fill="#cfeee8">typed client, mock, command line and API reference</text>`,
  `<text y="556" font-size="30" font-family="monospace" fill="#8fe3d2">GET /v2/{project_id}/images</text>`,
];
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" font-family="sans-serif">
  <rect width="1200" height="630" fill="#0b3f3f"/>
  <g transform="translate(88 84) scale(4.5)" fill="none" stroke="#8fe3d2" stroke-width="2">
    <rect width="32" height="32" rx="7" fill="#0e7568" stroke="none"/>
    <rect x="6" y="7" width="15" height="11" rx="2"/>
    <rect x="11" y="13" width="15" height="12" rx="2" fill="#fff" stroke="none"/>
    <path d="M14 22l3-4 2 2.500 1.500-1.500 2.500 3z" fill="#0e7568" stroke="none"/>
  </g>
  <g transform="translate(88)">${LINES.join("")}</g>
</svg>`;

/** Adds the picture if the address of the site is known, because other sites only read absolute URLs. */
export function socialCard(site: string | undefined): AstroIntegration {
  return {
    name: "social-card",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const { name, width, height } = CARD;
        if (site)
          await sharp(Buffer.from(SVG))
            .resize(width, height)
            .png()
            .toFile(fileURLToPath(new URL(name, dir)));
      },
    },
  };
}

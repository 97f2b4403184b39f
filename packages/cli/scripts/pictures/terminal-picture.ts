import { parseAnsiSequences } from "ansi-sequence-parser";
import stringWidth from "string-width";

/** Colours of a picture. */
interface Theme {
  readonly background: string;
  readonly border: string;
  readonly text: string;
  readonly dim: string;
  readonly red: string;
  readonly green: string;
  readonly yellow: string;
  readonly prompt: string;
}

/** The themes of the pictures; every colour of a text has a contrast of at least 4.5 to 1. */
export const themes = {
  light: {
    ...{ background: "#ffffff", border: "#d0d7de", text: "#1f2328", dim: "#59636e" },
    ...{ red: "#c2222b", green: "#116329", yellow: "#7d4e00", prompt: "#0e6b63" },
  },
  dark: {
    ...{ background: "#0d1117", border: "#3d444d", text: "#e6edf3", dim: "#9198a1" },
    ...{ red: "#ff7b72", green: "#56d364", yellow: "#e3b341", prompt: "#73d3c6" },
  },
} as const satisfies Record<string, Theme>;

const CELL = 8.4;
const LINE = 20;
const PADDING = 16;
const BASELINE = 14;
const FONT = "14px ui-monospace, 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace";

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Draws a text of one style. Its length is fixed: it is as wide as its cells, whatever font there is. */
function drawText(text: string, column: number, row: number, classes: readonly string[]): string {
  const style = classes.length > 0 ? ` class="${classes.join(" ")}"` : "";
  const x = (PADDING + column * CELL).toFixed(1);
  const length = (stringWidth(text) * CELL).toFixed(1);
  const y = PADDING + BASELINE + row * LINE;
  return `<text x="${x}" y="${y}" textLength="${length}"${style}>${escapeXml(text)}</text>\n`;
}

/** Draws the words of a line where a terminal has them; wider gaps are between columns. */
function drawLine(line: string, row: number): string {
  let column = 0;
  const parts = parseAnsiSequences(line).flatMap(({ value, foreground, decorations }) => {
    const classes = [...(foreground?.type === "named" ? [foreground.name] : []), ...decorations];
    return value.split(/( {2,})/).map((text) => {
      const start = column;
      column += stringWidth(text);
      return text.trim() ? drawText(text.trimEnd(), start, row, classes) : "";
    });
  });
  return parts.join("");
}

/** Draws a command and what a terminal of so many columns shows, with the colours of ANSI sequences, as SVG. */
export function drawTerminal(command: string, output: string, columns: number, theme: Theme): string {
  const lines = output.trimEnd().split("\n");
  const width = Math.ceil(columns * CELL + 2 * PADDING);
  const height = (lines.length + 1) * LINE + 2 * PADDING;
  const { background, border, text, dim, red, green, yellow, prompt } = theme;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeXml(command)}</title>
<style>
text { font: ${FONT}; fill: ${text}; white-space: pre; }
.bold { font-weight: bold; }
.dim { fill: ${dim}; }
.red { fill: ${red}; }
.green { fill: ${green}; }
.yellow { fill: ${yellow}; }
.prompt { fill: ${prompt}; font-weight: bold; }
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${background}" stroke="${border}"/>
${drawText("$", 0, 0, ["prompt"])}${drawText(command, 2, 0, [])}${lines.map((content, index) => drawLine(content, index + 1)).join("")}</svg>`;
}

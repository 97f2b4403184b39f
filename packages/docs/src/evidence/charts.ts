import * as Plot from "@observablehq/plot";
import { Window } from "happy-dom";

/** A line of a chart. */
export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

/** A bar of a chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

/** How the lines look, in their order; they also differ without colours. */
export const STROKES = [
  { stroke: "var(--sl-color-text-accent)", strokeWidth: 2.5 },
  { stroke: "var(--sl-color-orange-high)", strokeDasharray: "7 3" },
  { stroke: "var(--sl-color-purple-high)", strokeDasharray: "2 2" },
  { stroke: "var(--sl-color-red-high)", strokeDasharray: "9 3 2 3" },
  { stroke: "var(--sl-color-blue-high)", strokeDasharray: "4 4" },
] as const;

const document = new Window().document as unknown as Document;

/** Draws lines from zero; each value stands for `bin` seconds, and the time between `begin` and `end` is shaded. */
export function lineChart(
  label: string,
  lines: readonly Line[],
  bin: number,
  [begin, end]: readonly [number, number],
): string {
  return drawn(label, {
    height: 240,
    marginLeft: 36,
    x: { zero: true, tickSpacing: 50, tickFormat: (minutes) => `${minutes} min`, label: null },
    y: { zero: true, nice: true, ticks: 5, label: null },
    marks: [
      Plot.rectX([{ x1: begin / 60, x2: end / 60 }], { x1: "x1", x2: "x2", fill: "var(--sl-color-gray-6)" }),
      Plot.gridY({ ticks: 5, stroke: "var(--sl-color-gray-5)", strokeOpacity: 1 }),
      ...lines.map(({ values }, index) =>
        Plot.lineY(values, {
          x: (_: number, place: number) => ((place + 0.5) * bin) / 60,
          ...STROKES[index],
        }),
      ),
    ],
  });
}

/** Draws bars with their names and values. Ours stand out. */
export function barChart(label: string, bars: readonly Bar[]): string {
  const data = bars.map(({ name, value }) => ({
    name: name.length > 42 ? `${name.slice(0, 41)}…` : name,
    value,
  }));
  const colour = ({ name }: Bar) =>
    `var(--sl-color-${name.startsWith("workspace-images") ? "accent" : "gray-4"})`;
  return drawn(label, {
    height: bars.length * 24 + 8,
    marginLeft: 300,
    marginRight: 80,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null },
    y: { domain: data.map(({ name }) => name), label: null, tickSize: 0, padding: 0.3 },
    marks: [
      Plot.barX(data, { x: "value", y: "name", fill: colour }),
      Plot.text(data, { x: "value", y: "name", text: "value", textAnchor: "start", dx: 6 }),
    ],
  });
}

function drawn(label: string, options: Plot.PlotOptions): string {
  const style = { color: "var(--sl-color-gray-2)", background: "none", fontSize: "12px" };
  const chart = Plot.plot({ document, width: 640, ariaLabel: label, style, ...options });
  // Parts of a picture have no names of their own.
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  chart.setAttribute("role", "img");
  return chart.outerHTML;
}

/** A line of a chart. */
export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

/** Size of the drawing, and the margins that the labels of its axes need. */
export const SIZE = { width: 640, height: 240, left: 36, right: 20, top: 8, bottom: 22 } as const;

/** A position on an axis, with its label. */
interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Where everything of a chart is drawn. */
export interface LineChart {
  readonly lines: readonly { readonly name: string; readonly points: string }[];
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  /** Horizontal position of a value on the x axis. */
  readonly across: (value: number) => number;
}

/** The least step of 1, 2 or 5 times a power of ten that divides `most` into at most five parts. */
function stepTo(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 5) ?? most;
}

/** Lays lines out from zero; each value stands for `bin` units of the x axis. */
export function layOut(lines: readonly Line[], bin: number): LineChart {
  const count = Math.max(1, ...lines.map(({ values }) => values.length));
  const step = stepTo(Math.max(1, ...lines.flatMap(({ values }) => values)));
  const top = step * Math.ceil(Math.max(1, ...lines.flatMap(({ values }) => values)) / step);
  const round = (value: number) => Math.round(value * 10) / 10;
  const across = (value: number) =>
    round(SIZE.left + (value / (count * bin)) * (SIZE.width - SIZE.left - SIZE.right));
  const up = (value: number) =>
    round(SIZE.height - SIZE.bottom - (value / top) * (SIZE.height - SIZE.top - SIZE.bottom));
  const ticks = (most: number, size: number) =>
    Array.from({ length: Math.floor(most / size + 1e-9) + 1 }, (_, index) =>
      Number((index * size).toFixed(6)),
    );
  return {
    lines: lines.map(({ name, values }) => ({
      name,
      points: values.map((value, index) => `${across((index + 0.5) * bin)},${up(value)}`).join(" "),
    })),
    x: ticks(count * bin, 60).map((value) => ({ at: across(value), label: `${value / 60} min` })),
    y: ticks(top, step).map((value) => ({ at: up(value), label: String(value) })),
    across,
  };
}

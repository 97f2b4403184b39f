import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Scores of Lighthouse, from 0 to 100. */
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

/** Lets Lighthouse judge an address as on a telephone, in the browser with this debugging port. */
export async function measureScores(port: number, url: string): Promise<Scores> {
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...CATEGORIES] });
  const { categories, runtimeError } = result?.lhr ?? {};
  if (runtimeError || !categories) throw new Error(`Lighthouse failed at ${url}: ${runtimeError?.message}`);
  const score = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100);
  return Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])) as Scores;
}

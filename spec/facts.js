import facts from "./dist/facts.json" with { type: "json" };

export { facts };

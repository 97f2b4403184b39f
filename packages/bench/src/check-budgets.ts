import { checkBudgets } from "./budget.ts";
import budgets from "./budgets.json" with { type: "json" };
import { measureOwnSizes } from "./clients/size.ts";

const { core, whole, validate, leftovers } = await measureOwnSizes();
const values = {
  "core-size": core.gzipped / 1000,
  "whole-size": whole.gzipped / 1000,
  "validate-size": validate.gzipped / 1000,
  "unused-code": leftovers.length,
};
checkBudgets(budgets, values, "budgets.json");

import type { ASTNode } from "@marcbachmann/cel-js";
import { serialize } from "@marcbachmann/cel-js";
import { attributesOf, pathOf, readsAwaited, type Variables, valueAt } from "./attributes";
import { environment } from "./environment";

export type Expression = {
  readonly ast: ASTNode;
  /** Throws when the expression makes no sense of what it is given. */
  evaluate(variables: Variables): unknown;
};

const remembered = new Map<string, Expression | undefined>();
const rememberedMax = 1_000;

/** `undefined`: no CEL, or a function or a name that does not exist. */
export function parseExpression(source: string): Expression | undefined {
  if (remembered.has(source)) return remembered.get(source);
  if (remembered.size >= rememberedMax) remembered.clear();
  const expression = compileSource(source);
  remembered.set(source, expression);
  return expression;
}

/** Where no event is awaited, there is nothing to ask about one. */
export function parseEventExpression(source: string): Expression | undefined {
  const expression = parseExpression(source);
  return expression && !readsAwaited(expression.ast) ? expression : undefined;
}

/** Whether it holds. What cannot be evaluated does not. */
export function holds(expression: Expression, variables: Variables): boolean {
  try {
    return isTruthy(expression.evaluate(variables));
  } catch {
    return false;
  }
}

function compileSource(source: string): Expression | undefined {
  try {
    const { ast } = environment.parse(source);
    return { ast, evaluate: compile(ast) };
  } catch {
    return undefined;
  }
}

type Evaluate = Expression["evaluate"];

/** Logic accepts any value as true or false, which the library does not; the rest is the library's. */
function compile(node: ASTNode): Evaluate {
  switch (node.op) {
    case "&&": {
      const [left, right] = node.args.map(compile) as [Evaluate, Evaluate];
      return (variables) => decide([left, right], false, variables);
    }
    case "||": {
      const [left, right] = node.args.map(compile) as [Evaluate, Evaluate];
      return (variables) => decide([left, right], true, variables);
    }
    case "!_": {
      // Of what is neither true nor false there is no opposite.
      const operand = compile(node.args);
      return (variables) => operand(variables) === false;
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compileComparison(node);
    case "?:": {
      const [condition, then, otherwise] = node.args.map(compile) as [Evaluate, Evaluate, Evaluate];
      return (variables) => (isTruthy(condition(variables)) ? then : otherwise)(variables);
    }
    default:
      return compileLeaf(node);
  }
}

/** The operand that decides, or the last one. One decides even when the other fails, on either side. */
function decide(operands: readonly Evaluate[], deciding: boolean, variables: Variables): unknown {
  let failure: { error: unknown } | undefined;
  let value: unknown;
  for (const operand of operands) {
    try {
      value = operand(variables);
      if (isTruthy(value) === deciding) return value;
    } catch (error) {
      failure ??= { error };
    }
  }
  if (failure) throw new Error("An operand cannot be evaluated.", { cause: failure.error });
  return value;
}

/** What is missing is less than anything, where it stands by itself beside the sign. */
function compileComparison(node: ASTNode & { op: "<" | "<=" | ">" | ">=" }): Evaluate {
  const compare = compileLeaf(node);
  const [left, right] = node.args.map(pathOf);
  const isLess = node.op.startsWith("<");
  return (variables) => {
    if (left && valueAt(variables, left) === null) return isLess;
    if (right && valueAt(variables, right) === null) return !isLess;
    return compare(variables);
  };
}

function compileLeaf(node: ASTNode): Evaluate {
  const evaluate = environment.parse(serialize(node));
  const { valid, error } = evaluate.check();
  if (!valid) throw new Error("The expression has no meaning.", { cause: error });
  const select = attributesOf(node);
  return (variables) => toJson(evaluate(select(variables)));
}

function toJson(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function isTruthy(value: unknown): boolean {
  return Boolean(value);
}

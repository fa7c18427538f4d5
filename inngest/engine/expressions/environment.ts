import { Environment } from "@marcbachmann/cel-js";

type Scalar = string | number | bigint | boolean | null;

const arithmetic: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

/** CEL as Inngest speaks it: numbers mix, and text joins with anything. */
export const environment = createEnvironment();

function createEnvironment(): Environment {
  const made = new Environment({ homogeneousAggregateLiterals: false });
  // Any other name is misspelt: read as missing, it would be less than anything.
  for (const name of ["event", "async"]) made.registerVariable(name, "dyn");
  for (const [sign, apply] of Object.entries(arithmetic)) {
    for (const types of ["int ? double", "double ? int"]) {
      made.registerOperator(types.replace("?", sign), (a: bigint | number, b: bigint | number) =>
        apply(Number(a), Number(b)),
      );
    }
  }
  made.registerOperator("double % double", (a: number, b: number) => a % b);
  for (const type of ["int", "double", "bool", "null"]) {
    made.registerOperator(`string + ${type}`, (a: string, b: Scalar) => `${a}${b}`);
    made.registerOperator(`${type} + string`, (a: Scalar, b: string) => `${a}${b}`);
  }
  made.registerFunction("lowercase(string): string", (text: string) => text.toLowerCase());
  made.registerFunction("uppercase(string): string", (text: string) => text.toUpperCase());
  made.registerFunction("date(string): google.protobuf.Timestamp", (text: string) => new Date(text));
  return made;
}

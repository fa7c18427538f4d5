import { engineOf } from "./liquid-engine";

/** The variables a text asks for, as written: `name`, `attributes.plan`. None where it cannot be parsed. */
export function listVariables(source: string): string[] {
  if (!/\{[{%]/.test(source)) return [];
  try {
    return engineOf("plain").globalFullVariablesSync(source);
  } catch {
    return [];
  }
}

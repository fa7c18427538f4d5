import { randomBytes } from "node:crypto";
import { defaultDesign, shapeOf } from "../batches/code-design";
import { lettersOfBlock, secretBytes } from "../batches/code-letters";

const shape = shapeOf(defaultDesign);

/** A random code that looks as those of a batch do when nobody designs them: `7K3M-Z0QW-4TB`. */
export function newCode(): string {
  const [letters = ""] = lettersOfBlock(randomBytes(secretBytes), { block: 0, attempt: 0 }, defaultDesign, 1);
  return shape(letters).code;
}

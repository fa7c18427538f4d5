import { z } from "zod";

const name = z.string().min(1).max(100);
const text = z.string().max(2_000);
const single = z.union([text, z.number(), z.boolean()]);
const seen = single.nullable();

const variablesMax = 200;

const isFew = (given: object) => Object.keys(given).length <= variablesMax;
const fewMessage = `At most ${variablesMax} variables`;

/** What a message is filled in with for one person. */
export const wireVariables = z.record(name, single).refine(isFew, fewMessage);

/** The same, with what a contact itself may hold: nothing, a list, or fields by name. */
export const wirePersonVariables = z
  .record(name, z.union([seen, z.array(seen).max(100), z.record(name, seen).refine(isFew, fewMessage)]))
  .refine(isFew, fewMessage);

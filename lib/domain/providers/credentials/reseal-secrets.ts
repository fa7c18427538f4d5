import {
  type SealedText,
  unsafeAcrossWorkspacesListSealedCredentials,
  unsafeAcrossWorkspacesListSealedResponses,
  unsafeAcrossWorkspacesReplaceCredentials,
  unsafeAcrossWorkspacesReplaceResponse,
} from "@/db/queries/system/sealed-texts";
import type { SystemScope } from "@/db/scope";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { UnreadableSecretError } from "@/lib/platform/crypto/secret-box";

export type Resealing = {
  resealed: number;
  /** Sealed with the present secret already. */
  current: number;
  /** Neither the present secret nor a former one opens these: `<field> <workspace> <row>`. */
  unreadable: string[];
};

const pageSize = 200;

const kinds = [
  {
    field: "credentials",
    list: unsafeAcrossWorkspacesListSealedCredentials,
    replace: unsafeAcrossWorkspacesReplaceCredentials,
  },
  {
    field: "response_body",
    list: unsafeAcrossWorkspacesListSealedResponses,
    replace: unsafeAcrossWorkspacesReplaceResponse,
  },
] as const;

/** Seals everything that a former secret sealed with the present one. May be repeated, and run while others work. */
export async function resealSecrets(system: SystemScope): Promise<Resealing> {
  const result: Resealing = { resealed: 0, current: 0, unreadable: [] };
  for (const kind of kinds) await resealKind(system, kind, result);
  return result;
}

async function resealKind(
  system: SystemScope,
  { field, list, replace }: (typeof kinds)[number],
  result: Resealing,
) {
  let after: SealedText | undefined;
  do {
    const page = await list(system, { after, limit: pageSize });
    for (const sealed of page) {
      const text = reseal(field, sealed);
      if (text === "current") result.current += 1;
      else if (text === "unreadable")
        result.unreadable.push(`${field} ${sealed.workspaceId} ${sealed.rowId}`);
      else {
        await replace(system, sealed, text.sealed);
        result.resealed += 1;
      }
    }
    after = page.at(-1);
  } while (after);
}

function reseal(
  field: string,
  { workspaceId, rowId, text }: SealedText,
): "current" | "unreadable" | { sealed: string } {
  const box = credentialBox();
  if (box.isCurrent(text)) return "current";
  try {
    const place = { workspaceId, rowId, field };
    return { sealed: box.seal(place, box.open(place, text)) };
  } catch (error) {
    if (error instanceof UnreadableSecretError) return "unreadable";
    throw error;
  }
}

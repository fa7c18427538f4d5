import { disconnectIdentityContract, listIdentitiesContract } from "@/lib/contracts/users";
import { disconnectIdentity, listIdentities } from "@/lib/domain/users/connected-identities";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const GET = route(listIdentitiesContract, ({ user, origin }) =>
  listIdentities(visitorFrom(origin), user),
);
export const DELETE = route(disconnectIdentityContract, ({ user, query, origin }) =>
  disconnectIdentity(visitorFrom(origin), user, query),
);

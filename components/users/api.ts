import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { callApi } from "@/lib/browser/api-client";
import { savePreference } from "@/lib/browser/save-preference";
import {
  changePasswordContract,
  disconnectIdentityContract,
  endOtherSessionsContract,
  type getProfileContract,
  listIdentitiesContract,
  updateProfileContract,
} from "@/lib/contracts/users";
import type { IdentityProvider } from "@/lib/domain/users/user";
import type { BodyOf, ResultOf } from "@/lib/platform/http/contract";

export type Profile = ResultOf<typeof getProfileContract>;

/** What the account keeps, this browser shows at once. */
export function useUpdateProfile() {
  const router = useRouter();
  return useMutation({
    mutationFn: (body: BodyOf<typeof updateProfileContract>) => callApi(updateProfileContract, { body }),
    onSuccess: async (profile) => {
      await savePreference("locale", profile.locale);
      await savePreference("timeZone", profile.timeZone);
      router.refresh();
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof changePasswordContract>) => callApi(changePasswordContract, { body }),
  });
}

export function useEndOtherSessions() {
  return useMutation({ mutationFn: () => callApi(endOtherSessionsContract, {}) });
}

export const identitiesOptions = () =>
  queryOptions({
    queryKey: ["identities"],
    queryFn: ({ signal }) => callApi(listIdentitiesContract, { signal }),
  });

export function useDisconnectIdentity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (provider: IdentityProvider) => callApi(disconnectIdentityContract, { query: { provider } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["identities"] }),
  });
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
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
  const t = useTranslations("profile");
  const router = useRouter();
  return useMutation({
    mutationFn: (body: BodyOf<typeof updateProfileContract>) => callApi(updateProfileContract, { body }),
    onSuccess: async (profile) => {
      await savePreference("locale", profile.locale);
      await savePreference("timeZone", profile.timeZone);
      router.refresh();
    },
    onError: (error) => toastRefusal(t("failed"), error),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: BodyOf<typeof changePasswordContract>) => callApi(changePasswordContract, { body }),
  });
}

export function useEndOtherSessions() {
  const t = useTranslations("profile.sessions");
  return useMutation({
    mutationFn: () => callApi(endOtherSessionsContract, {}),
    onError: (error) => toastRefusal(t("failed"), error),
  });
}

export const identitiesOptions = () =>
  queryOptions({
    queryKey: ["identities"],
    queryFn: ({ signal }) => callApi(listIdentitiesContract, { signal }),
  });

export function useDisconnectIdentity() {
  const t = useTranslations("profile.identities");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (provider: IdentityProvider) => callApi(disconnectIdentityContract, { query: { provider } }),
    onError: (error) => toastRefusal(t("failed"), error),
    onSettled: () => client.invalidateQueries({ queryKey: ["identities"] }),
  });
}

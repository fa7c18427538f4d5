import { getProfileContract, updateProfileContract } from "@/lib/contracts/users";
import { getProfile } from "@/lib/domain/users/get-profile";
import { updateProfile } from "@/lib/domain/users/update-profile";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const GET = route(getProfileContract, ({ user, origin }) => getProfile(visitorFrom(origin), user));
export const PATCH = route(updateProfileContract, ({ user, body, origin }) =>
  updateProfile(visitorFrom(origin), user, body),
);

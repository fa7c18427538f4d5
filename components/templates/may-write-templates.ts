import { type Role, roleMay, roles } from "@/lib/domain/members/role";

const isRole = (word: string): word is Role => roles.some((role) => role === word);

/** What the API would allow; buttons that it refuses are not shown. */
export const mayWriteTemplates = (role: string): boolean => isRole(role) && roleMay(role, "templates.write");

/** What most people want by itself, in one click. */
export const recipeNames = [
  "abandoned_cart",
  "birthday",
  "win_back",
  "welcome",
  "after_order",
  "coupon_expiring",
] as const;

export type RecipeName = (typeof recipeNames)[number];

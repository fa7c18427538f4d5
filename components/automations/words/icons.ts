import {
  Cake,
  ClockArrowDown,
  Filter,
  Hourglass,
  IdCard,
  type LucideIcon,
  Moon,
  PackageCheck,
  Send,
  ShoppingCart,
  Sparkles,
  TicketPercent,
  UserPlus,
  Zap,
} from "lucide-react";
import type { Step, Trigger } from "@/lib/domain/automations/definition";
import type { RecipeName } from "@/lib/domain/automations/recipes/recipe-name";

export const stepIcons: Record<Step["kind"], LucideIcon> = {
  wait: Hourglass,
  wait_until: ClockArrowDown,
  condition: Filter,
  message: Send,
};

export const triggerIcons: Record<Trigger["kind"], LucideIcon> = {
  event: Zap,
  cart_abandoned: ShoppingCart,
  birthday: Cake,
  inactive: Moon,
  coupon_expiring: TicketPercent,
  membership_expiring: IdCard,
};

export const recipeIcons: Record<RecipeName, LucideIcon> = {
  abandoned_cart: ShoppingCart,
  birthday: Cake,
  win_back: Sparkles,
  welcome: UserPlus,
  after_order: PackageCheck,
  coupon_expiring: TicketPercent,
};

import { everyone } from "@/lib/domain/audience/audience-filter";
import type { Definition } from "@/lib/domain/automations/definition";
import type { RecipeName } from "@/lib/domain/automations/recipes/recipe-name";
import { makeRecipe } from "@/lib/domain/automations/recipes/recipes";
import type { DemoWorkspace } from "../demo-workspaces";
import { seedId } from "../seed-id";

const dayMillis = 86_400_000;

export type DemoAutomation = {
  recipe: RecipeName;
  id: string;
  name: string;
  definition: Definition;
  /** Undefined: still a draft. */
  publishedAt: Date | undefined;
  createdAt: Date;
};

const stories: readonly { recipe: RecipeName; daysAgo: number; isLive: boolean }[] = [
  { recipe: "abandoned_cart", daysAgo: 41, isLive: true },
  { recipe: "birthday", daysAgo: 38, isLive: true },
  { recipe: "win_back", daysAgo: 6, isLive: false },
];

/** Two that run and one that somebody is still writing, under ids that are the same at every seed of a day. */
export function demoAutomations({ slug, locale }: DemoWorkspace, now: Date): DemoAutomation[] {
  return stories.map(({ recipe, daysAgo, isLive }) => {
    const createdAt = new Date(now.getTime() - daysAgo * dayMillis);
    const { name, definition } = makeRecipe(recipe, locale);
    const id = seedId(`${slug} automation ${recipe}`, createdAt);
    const steps = definition.steps.map((step, n) => ({
      ...step,
      id: seedId(`${slug} automation ${recipe} step ${n}`, createdAt),
      // What everybody of the demo can be reached on.
      ...(step.kind === "message" && { channels: ["app_push" as const, "email" as const] }),
    }));
    return {
      recipe,
      id,
      name,
      definition: { ...definition, audience: everyone, steps },
      publishedAt: isLive ? new Date(createdAt.getTime() + 3_600_000) : undefined,
      createdAt,
    };
  });
}

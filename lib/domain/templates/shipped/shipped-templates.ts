import { festiveTemplates } from "./festive";
import { pharmaTemplates } from "./pharma";
import { retentionTemplates } from "./retention";
import type { ShippedTemplate } from "./shipped-template";
import { weekendTemplates } from "./weekend";

export const shippedTemplates: readonly ShippedTemplate[] = [
  ...festiveTemplates,
  ...weekendTemplates,
  ...retentionTemplates,
  ...pharmaTemplates,
];

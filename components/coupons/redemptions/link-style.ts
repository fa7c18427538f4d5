export const linkClassName =
  "rounded-sm font-medium underline decoration-border-strong underline-offset-4 hover:decoration-current";

import { Input } from "@/components/ui/forms/input";

/** The address somebody signs in with, as password managers know it. */
export function EmailInput({ defaultValue }: { defaultValue: string | undefined }) {
  return (
    <Input
      type="email"
      name="email"
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={defaultValue}
      required
    />
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/actions/button";
import { Callout } from "@/components/ui/feedback/callout";
import { passwordCharsMax, passwordCharsMin } from "@/lib/domain/users/user";
import type { FormAction, FormProblem, FormState } from "./form-state";

export type AuthFormProps = {
  action: FormAction;
  submitLabel: string;
  /** Fields, given what was typed before and which one was refused. */
  children: (state: FormState, errorOf: (field: string) => string | undefined) => ReactNode;
  /** What takes the form's place once it is done; forms that lead elsewhere need none. */
  done?: (state: FormState) => ReactNode;
};

/** Works without JavaScript as a plain form post; with it, what was typed stays after a refusal. */
export function AuthForm({ action, submitLabel, children, done }: AuthFormProps) {
  const t = useTranslations("auth.problems");
  const [state, dispatch, pending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { problems = [] } = state;

  useEffect(() => {
    const [first] = state.problems ?? [];
    if (!first) return;
    const field = first.field && form.current?.elements.namedItem(first.field);
    if (field instanceof HTMLElement) field.focus();
    else summary.current?.focus();
  }, [state]);

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  };

  if (state.isDone && done) return done(state);

  const textOf = (problem: FormProblem | undefined) =>
    problem && t(t.has(problem.reason) ? problem.reason : "unknown", wordsOf(problem));
  const general = problems.find(({ field }) => !field);
  return (
    <form ref={form} action={dispatch} onSubmit={handleSubmit} className="flex flex-col gap-4" noValidate>
      {general ? (
        <div ref={summary} tabIndex={-1} className="rounded-lg outline-none">
          <Callout tone={general.retryAfterSeconds ? "warning" : "danger"} title={textOf(general)} announce />
        </div>
      ) : null}
      {children(state, (field) => textOf(problems.find((problem) => problem.field === field)))}
      <Button type="submit" variant="primary" size="lg" loading={pending} className="w-full">
        {submitLabel}
      </Button>
    </form>
  );
}

function wordsOf({ retryAfterSeconds = 0 }: FormProblem) {
  const password = { min: passwordCharsMin, max: passwordCharsMax };
  return { minutes: Math.ceil(retryAfterSeconds / 60), seconds: retryAfterSeconds, ...password };
}

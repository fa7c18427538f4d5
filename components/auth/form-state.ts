export type FormProblem = {
  /** A key of the messages `auth.problems`. */
  reason: string;
  retryAfterSeconds?: number;
  /** The field it is about, if it is about one. */
  field?: string;
};

/** What a form shows again after it was refused; never a password. */
export type FormState = {
  /** All that is wrong, at once. */
  problems?: FormProblem[];
  values?: Record<string, string>;
  /** Nothing is left to do in this form. */
  isDone?: boolean;
};

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

const uniqueViolationCode = "23505";
const attemptsMax = 3;

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === uniqueViolationCode;
}

/** Two callers may create the same thing at once; the loser starts over and finds it there. */
export async function retryOnUniqueViolation<T>(work: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error) || attempt >= attemptsMax) throw error;
    return retryOnUniqueViolation(work, attempt + 1);
  }
}

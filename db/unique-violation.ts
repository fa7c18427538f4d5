const uniqueViolationCode = "23505";
const deadlockCode = "40P01";
const attemptsMax = 3;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

export const isUniqueViolation = (error: unknown): boolean => hasCode(error, uniqueViolationCode);

/** Two callers may create or lock the same things at once; the loser starts over and finds them there. Attempts count from 1. */
export async function retryOnUniqueViolation<T>(
  work: (attempt: number) => Promise<T>,
  attempt = 1,
): Promise<T> {
  try {
    return await work(attempt);
  } catch (error) {
    const isLostRace = isUniqueViolation(error) || hasCode(error, deadlockCode);
    if (!isLostRace || attempt >= attemptsMax) throw error;
    return retryOnUniqueViolation(work, attempt + 1);
  }
}

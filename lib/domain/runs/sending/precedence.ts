const lingerMillis = 1_000;

let underWay = 0;
let until = 0;

/**
 * While this goes on, and for a moment after it, bulk sending of this process leaves half of its time to others: a
 * single message takes a dozen turns of the event loop, and each waits for whatever a campaign does meanwhile.
 */
export async function withPrecedence<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    until = Date.now() + lingerMillis;
  }
}

export const isPreceded = (): boolean => underWay > 0 || Date.now() < until;

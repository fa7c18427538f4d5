const lingerMillis = 1_000;
const pauseMillisMax = 50;
const runMillisMin = 25;
/** Between two parts of a message's way. */
const gapMillis = 5;

let messages = 0;
let until = 0;
let underWay = 0;
let busyUntil = 0;
let pause: Promise<void> | undefined;
let runsUntil = 0;

/**
 * While this goes on, and for a moment after it, bulk sending of this process leaves half of its time to others: a
 * single message takes a dozen turns of the event loop, and each waits for whatever a campaign does meanwhile.
 */
export async function withPrecedence<T>(work: () => Promise<T>): Promise<T> {
  messages += 1;
  try {
    return await goFirst(work);
  } finally {
    messages -= 1;
    until = Date.now() + lingerMillis;
  }
}

export const isPreceded = (): boolean => messages > 0 || Date.now() < until;

/** For work that single messages pass through like others: in their time bulk sending pauses while it goes on. */
export async function goFirst<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    busyUntil = Date.now() + gapMillis;
  }
}

/** For what a message under way waits for that needs nothing of ours, such as its provider's rate: bulk goes on. */
export async function standAside(wait: Promise<void>): Promise<void> {
  underWay -= 1;
  try {
    await wait;
  } finally {
    underWay += 1;
  }
}

const isBusy = (): boolean => underWay > 0 || Date.now() < busyUntil;

/** What a bulk message waits for. Where single ones never cease, a third of the time is left to bulk. */
export function pauseForPrecedence(): Promise<void> | undefined {
  if (pause === undefined && (!isBusy() || !isPreceded() || Date.now() < runsUntil)) return undefined;
  pause ??= rest(Date.now() + pauseMillisMax);
  return pause;
}

async function rest(end: number): Promise<void> {
  do {
    await new Promise((done) => setTimeout(done, gapMillis));
  } while (isBusy() && Date.now() < end);
  if (isBusy()) runsUntil = Date.now() + runMillisMin;
  pause = undefined;
}

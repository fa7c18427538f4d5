let deadline = Number.POSITIVE_INFINITY;

/** All texts that `work` renders share its time; within other work they have no more than that has left. */
export function withinMillis<T>(millis: number, work: () => T): T {
  const outer = deadline;
  deadline = Math.min(outer, performance.now() + millis);
  try {
    return work();
  } finally {
    deadline = outer;
  }
}

export const millisLeft = (): number => Math.max(deadline - performance.now(), 0);

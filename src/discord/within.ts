/** What `within` resolves to when the time is over first. */
export const LATE = Symbol("late");

/** `work`, or LATE where it takes longer than `milliseconds`; the work itself goes on. A failure is passed on. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => (timer = setTimeout(resolve, milliseconds, LATE)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

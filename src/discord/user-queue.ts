/** Runs the tasks of one user one after the other, those of different users side by side. */
interface UserQueue {
  /** Whether a task of the user is running or waiting, so that a new one would have to wait. */
  isBusy(user: string): boolean;
  /** Runs `task` when the user's earlier ones are done, whatever became of them. */
  run<T>(user: string, task: () => Promise<T>): Promise<T>;
}

/** Bounded by the rate limit, which is asked first: no user has more waiting than one burst. */
export function createUserQueue(): UserQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    isBusy: (user) => tails.has(user),
    run(user, task) {
      const result = (tails.get(user) ?? Promise.resolve()).then(task);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(user, tail);
      void tail.then(() => {
        if (tails.get(user) === tail) tails.delete(user);
      });
      return result;
    },
  };
}

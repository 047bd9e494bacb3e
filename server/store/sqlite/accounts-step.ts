import { translateError } from './failures.ts';

export type Step = typeof step;

/** Runs one step of SQLite as a promise whose errors are the store's own. */
export async function step<Result>(work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    throw translateError(error);
  }
}

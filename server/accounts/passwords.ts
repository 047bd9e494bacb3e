import { hash, verify } from '@node-rs/argon2';
import { LIMITS } from '../../protocol/limits.ts';

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. The algorithm is the
 * library's default, which a test reads back from a hash (its name is an ambient const enum, which
 * isolated modules cannot import).
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hashes computed at once: each holds 19 MiB and a thread of the pool. */
const AT_ONCE = 3;
/**
 * Attempts that may wait for their turn: a change of shift of 150 desks, a few seconds' worth. Above it the
 * relay asks to come back (rule B1).
 */
const WAITING = 200;

/** NIST SP 800-63B, 5.1.1.2: length counts, composition rules do not; common passwords are refused. */
export const PASSWORD_MINIMUM = 12;

/** The commonest of the published lists that are long enough, in French and English, without their digits. */
const COMMON =
  /^(?:motdepasse|monmotdepasse|password|mypassword|administrateur|administrator|azertyuiop|qwertyuiop|policenationale|permanence|bonjourbonjour|letmeinletmein|iloveyouiloveyou|changezmoi|changeme|abcdefghijkl\w*)[0-9!.]*$/;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'holds-the-login';

/** One spelling for a password however its accents were typed (NIST SP 800-63B: NFKC). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

/** What is wrong with a new password, or null. Length is in characters as people count them (code points). */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const normal = normalise(password);
  const length = [...normal].length;
  if (length < PASSWORD_MINIMUM) return 'too-short';
  if (normal.length > LIMITS.passwordCharacters) return 'too-long';
  const lower = normal.toLowerCase();
  const unaccented = lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/g, '');
  if (COMMON.test(unaccented) || new Set(lower).size < 4 || /^\d+$/.test(lower)) return 'too-common';
  return login.length >= 3 && lower.includes(login.toLowerCase()) ? 'holds-the-login' : null;
}

/** The PHC string of a password, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST);
}

/** `busy`: too many attempts wait already. */
export type Verdict = 'right' | 'wrong' | 'busy';

export interface PasswordCheck {
  /** With no hash to compare with, as much work is done all the same, and the answer is `wrong`. */
  verify(stored: string | null, password: string): Promise<Verdict>;
  /** A new hash, in its turn among the checks; null when too many wait already. */
  hash(password: string): Promise<string | null>;
}

/** Verifies passwords a few at a time, with the same work for logins that do not exist. */
export async function createPasswordCheck(): Promise<PasswordCheck> {
  const decoy = await hashPassword('decoy');
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on as it is, so that nobody slips in between.
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    async verify(stored, password) {
      if (waiting.length >= WAITING) return 'busy';
      const right = await turn(() => verify(stored ?? decoy, normalise(password)));
      return right && stored !== null ? 'right' : 'wrong';
    },
    async hash(password) {
      return waiting.length >= WAITING ? null : turn(() => hashPassword(password));
    },
  };
}

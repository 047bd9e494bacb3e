import { foldPhrase } from '../../protocol/return-phrase.ts';
import type { Phrases } from '../relay/ports.ts';
import { createPasswordCheck } from './passwords.ts';

/** Phrases to come back by, kept and compared as passwords are: Argon2id, a few at a time, the same work for none. */
export async function createPhrases(): Promise<Phrases> {
  const check = await createPasswordCheck();
  return {
    hash: (phrase) => check.hash(foldPhrase(phrase)),
    verify: (hash, phrase) => check.verify(hash, foldPhrase(phrase)),
  };
}

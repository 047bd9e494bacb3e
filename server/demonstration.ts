import { randomInt } from 'node:crypto';
import type { Time } from '../protocol/ids.ts';
import type { Role } from '../protocol/officer.ts';
import type { Officers } from './accounts/officers.ts';
import { exampleStations } from './content/stations.ts';
import type { StationStore } from './store/stations.ts';

export type CreatedAccount = {
  readonly login: string;
  readonly password: string;
  readonly rank: string;
  readonly alias: string;
  readonly role: Role;
};

const ACCOUNTS = [
  { login: 'dupont', rank: 'Gardien de la paix', alias: 'Camille', role: 'officer' },
  { login: 'martin', rank: 'Brigadier-chef', alias: 'Sacha', role: 'officer' },
  { login: 'moreau', rank: 'Major', alias: 'Dominique', role: 'supervisor' },
] as const;

/** No letters that are taken for another when read from a screen and typed. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** 20 of 31 signs: 99 bits. */
export function randomPassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Makes the example accounts where there is no account at all. Their passwords are returned, and kept nowhere. */
export async function createDemonstrationAccounts(officers: Officers): Promise<readonly CreatedAccount[]> {
  if ((await officers.list()).length > 0) return [];
  const created: CreatedAccount[] = [];
  for (const account of ACCOUNTS) {
    const password = randomPassword();
    const added = await officers.add(account, password);
    if (added.kind !== 'done')
      throw new Error(`the account ${account.login} could not be made: ${added.kind}`);
    created.push({ ...account, password });
  }
  return created;
}

/** Puts the example stations where there is no station at all. */
export async function addExampleStations(store: StationStore, at: Time): Promise<void> {
  if ((await store.all()).length === 0) await store.replace(exampleStations(), at, 'relay');
}

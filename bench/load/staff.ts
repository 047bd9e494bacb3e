import { type Id, newId } from '../../protocol/ids.ts';
import { hashPassword } from '../../server/accounts/passwords.ts';
import { digest, newToken } from '../../server/accounts/tokens.ts';
import type { AccountStore } from '../../server/store/accounts.ts';

export type StaffMember = { readonly officer: Id; readonly login: string; readonly token: string };
export type Staff = {
  readonly officers: readonly StaffMember[];
  readonly supervisors: readonly StaffMember[];
};

/** The password of every account of the bench, for the sections that sign in by hand. */
export const STAFF_PASSWORD = 'un banc de mesure bien long';

/** How long a bench's session lasts; milliseconds. */
const HOURS = 3_600_000 * 8;

/**
 * Writes accounts and live sessions straight into the accounts' rows, before the relay starts: 170 sign-ins would
 * measure argon2, which is slow on purpose. One hash serves all accounts.
 */
export async function addStaff(store: AccountStore, officers: number, supervisors: number): Promise<Staff> {
  const password = await hashPassword(STAFF_PASSWORD);
  const now = Date.now();
  const add = async (role: 'officer' | 'supervisor', index: number): Promise<StaffMember> => {
    const officer = newId();
    const login = `${role}${index}`;
    const token = newToken();
    const audit = { at: now, actor: 'bench', act: 'officer-added', subject: officer };
    const row = {
      officer,
      login,
      rank: 'Gardien de la paix',
      alias: `Agent ${index}`,
      role,
      capacity: 50,
      password,
      createdAt: now,
      disabledAt: null,
    };
    await store.addOfficer(row, audit);
    const session = { session: newId(), digest: digest(token), officer, createdAt: now, seenAt: now };
    await store.addSession({ ...session, expiresAt: now + HOURS }, audit);
    return { officer, login, token };
  };
  const each = (count: number, role: 'officer' | 'supervisor') =>
    Promise.all(Array.from({ length: count }, (_, index) => add(role, index)));
  return { officers: await each(officers, 'officer'), supervisors: await each(supervisors, 'supervisor') };
}

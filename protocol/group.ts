import * as z from 'zod/mini';
import { Id, Time } from './ids.ts';
import { LIMITS } from './limits.ts';

export const GroupName = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.groupNameCharacters));

/** Officers to whom a conversation may be given together: a brigade, those who know a subject. */
export const Group = z.strictObject({
  group: Id,
  name: GroupName,
  members: z.array(Id).check(z.maxLength(LIMITS.membersPerGroup)),
});
export type Group = z.infer<typeof Group>;

export const Groups = z.array(Group).check(z.maxLength(LIMITS.groups));

/** For whom first, and until when: then, or with nobody of them on duty, it is anybody's (rule G2). */
export const ForGroup = z.strictObject({ group: Id, name: GroupName, until: Time });
export type ForGroup = z.infer<typeof ForGroup>;

/** What a supervisor changes at their desk; the command line does the same. */
export const GroupChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), name: GroupName }),
  z.strictObject({ kind: z.literal('rename'), group: Id, name: GroupName }),
  z.strictObject({ kind: z.literal('remove'), group: Id }),
  z.strictObject({ kind: z.literal('join'), group: Id, officer: Id }),
  z.strictObject({ kind: z.literal('leave'), group: Id, officer: Id }),
]);
export type GroupChange = z.infer<typeof GroupChange>;

export const GroupChanged = z.strictObject({ kind: z.literal('done') });

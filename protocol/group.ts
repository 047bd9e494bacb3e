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

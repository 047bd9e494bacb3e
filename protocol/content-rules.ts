import * as z from 'zod/mini';
import { WARNING_RESPONSE } from './abuse.ts';
import { CannedResponse, placeProblems } from './canned.ts';
import type { Content } from './desk-channel.ts';
import { isDialled } from './numbers.ts';
import { findPersonal } from './personal.ts';
import { Platform } from './platform.ts';
import { remarksIn } from './remarks.ts';

/** What can be wrong with a platform or a response, beyond what one field says of itself. */
export const CONTENT_PROBLEMS = [
  'required',
  'too-long',
  'malformed',
  /** Another item has this id or this shortcut. */
  'taken',
  /** A brace without its pair. */
  'brace',
  /** `detail`: the place, such as `{name}`. */
  'unknown-variable',
  'no-fallback',
  /** `detail`: the id that leads to nothing. */
  'unknown-platform',
  /** Following the fallbacks comes back to where it began, and no number on the way ends it. */
  'circle',
  /** Cannot be removed: `detail` names what leads to it. */
  'in-use',
  /** Cannot be removed: the desk sends it by an act of its own. */
  'needed',
  'too-many',
  /** An e-mail address, a mobile number or a bank number: somebody's, and not the service's. */
  'personal-data',
  /** A remark such as "to be checked" where citizens read: that is what `checked` is for. */
  'remark',
] as const;
export const ContentProblemCode = z.enum(CONTENT_PROBLEMS);
export type ContentProblemCode = z.infer<typeof ContentProblemCode>;

export const ContentProblem = z.strictObject({
  /** The field's name in the schema; `id` for what concerns the whole item. */
  field: z.string().check(z.maxLength(40)),
  problem: ContentProblemCode,
  detail: z.string().check(z.maxLength(400)),
});
export type ContentProblem = z.infer<typeof ContentProblem>;

/** How many there may be: the bounds of `Content` itself. */
export const MOST_PLATFORMS = 1_000;
export const MOST_RESPONSES = 2_000;

type Known = Pick<Content, 'platforms' | 'responses'>;

function problem(field: string, code: ContentProblemCode, detail = ''): ContentProblem {
  return { field, problem: code, detail: detail.slice(0, 400) };
}

function codeOf(issue: z.core.$ZodIssue): ContentProblemCode {
  if (issue.code === 'too_small') return 'required';
  return issue.code === 'too_big' ? 'too-long' : 'malformed';
}

/** What the schema says, one problem a field. */
function schemaProblems(schema: z.core.$ZodType, item: unknown): ContentProblem[] {
  const read = z.safeParse(schema, item);
  if (read.success) return [];
  const byField = new Map<string, ContentProblem>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? 'id');
    if (!byField.has(field)) byField.set(field, problem(field, codeOf(issue)));
  }
  return [...byField.values()];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function blanks<Item extends object>(item: Item, fields: readonly (keyof Item & string)[]): ContentProblem[] {
  return fields.filter((field) => isBlank(String(item[field]))).map((field) => problem(field, 'required'));
}

/** The ids that following the fallbacks comes through, the first one included. */
function fallbackCircle(platform: Platform, platforms: readonly Platform[]): boolean {
  const byId = new Map(platforms.map((each) => [each.id, each]));
  const seen = new Set<string>();
  for (let at: Platform | undefined = platform; at !== undefined; at = byId.get(at.fallback ?? '')) {
    if (at.phone !== null) return false;
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

/** What is wrong with a platform as it would stand in `content`; empty when it may be kept. */
export function platformProblems(item: Platform, content: Known, isNew: boolean): ContentProblem[] {
  const problems = schemaProblems(Platform, item);
  if (problems.length > 0) return problems;
  problems.push(...blanks(item, ['nameFr', 'nameEn', 'purposeFr', 'purposeEn', 'source']));
  if (item.phone !== null && !isDialled(item.phone)) problems.push(problem('phone', 'malformed'));
  problems.push(...remarksIn(item).map((field) => problem(field, 'remark')));
  const others = content.platforms.filter(({ id }) => id !== item.id);
  if (isNew && others.length < content.platforms.length) problems.push(problem('id', 'taken'));
  if (isNew && content.platforms.length >= MOST_PLATFORMS) problems.push(problem('id', 'too-many'));
  const { fallback } = item;
  if (fallback === undefined) return problems;
  if (fallback === item.id) problems.push(problem('fallback', 'circle'));
  else if (!others.some(({ id }) => id === fallback)) {
    problems.push(problem('fallback', 'unknown-platform', fallback));
  } else if (fallbackCircle(item, [...others, item])) problems.push(problem('fallback', 'circle'));
  return problems;
}

/**
 * What is wrong with a response as it would stand among `siblings` (the shared ones, or one officer's own).
 * `isNew`: there was none by this id before.
 */
export function responseProblems(
  item: CannedResponse,
  siblings: readonly CannedResponse[],
  platforms: readonly Platform[],
  isNew: boolean,
): ContentProblem[] {
  const problems = schemaProblems(CannedResponse, item);
  if (problems.length > 0) return problems;
  problems.push(...blanks(item, ['category', 'titleFr', 'titleEn', 'textFr', 'textEn']));
  const others = siblings.filter(({ id }) => id !== item.id);
  if (isNew && others.length < siblings.length) problems.push(problem('id', 'taken'));
  if (isNew && siblings.length >= MOST_RESPONSES) problems.push(problem('id', 'too-many'));
  const double = others.find(({ shortcut }) => shortcut === item.shortcut);
  if (double !== undefined) problems.push(problem('shortcut', 'taken', double.titleFr));
  for (const field of ['textFr', 'textEn'] as const) {
    const [first] = placeProblems(item[field]);
    if (first !== undefined) problems.push(problem(field, first.problem, first.place));
  }
  const known = new Set(platforms.map(({ id }) => id));
  const unknown = (item.platforms ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) problems.push(problem('platforms', 'unknown-platform', unknown.join(', ')));
  return problems;
}

/** The same of a response that is everybody's: whoever has to say whether it still holds must know where it is from. */
export function sharedProblems(item: CannedResponse, content: Known, isNew: boolean): ContentProblem[] {
  const problems = responseProblems(item, content.responses, content.platforms, isNew);
  if (isBlank(item.source ?? '')) problems.push(problem('source', 'required'));
  return problems;
}

/** What leads to a platform: it cannot be removed while anything does. `elsewhere`: articles and pages. */
function platformRemovalProblems(platform: string, content: Known, elsewhere: readonly string[]) {
  const users = [
    ...content.platforms.filter(({ fallback }) => fallback === platform).map(({ nameFr }) => nameFr),
    ...content.responses.filter((each) => each.platforms?.includes(platform)).map(({ titleFr }) => titleFr),
    ...elsewhere,
  ];
  return users.length === 0 ? [] : [problem('id', 'in-use', users.join(', '))];
}

/** Why an item cannot be removed; empty when it may be. `leadingTo`: the articles and pages that lead to a platform. */
export function removalProblems(
  kind: 'platform' | 'response',
  id: string,
  content: Known,
  leadingTo: (platform: string) => readonly string[],
): ContentProblem[] {
  if (kind === 'platform') return platformRemovalProblems(id, content, leadingTo(id));
  // Without it nobody can be warned before a closure for abuse.
  return id === WARNING_RESPONSE ? [problem('id', 'needed')] : [];
}

/** Whether a text seems to hold what belongs to one person: an officer's kept responses must not (rule E6). */
export function hasPersonalData(text: string): boolean {
  return findPersonal(text).length > 0;
}

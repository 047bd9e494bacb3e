import * as z from 'zod';
import { CannedResponse } from '../../protocol/canned.ts';
import { sameItem } from '../../protocol/content-editing.ts';
import {
  type ContentProblem,
  MOST_PLATFORMS,
  MOST_RESPONSES,
  platformProblems,
  removalProblems,
  sharedProblems,
} from '../../protocol/content-rules.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import { Platform } from '../../protocol/platform.ts';
import { withoutRemarks } from '../../protocol/remarks.ts';
import type { StoredEdit } from '../store/content.ts';
import { itemIn, mergedContent } from './merge.ts';

/** Platforms and shared responses as one file, to carry them from one relay to another. */
export const ContentExchange = z.strictObject({
  platforms: z.array(Platform).max(MOST_PLATFORMS),
  responses: z.array(CannedResponse).max(MOST_RESPONSES),
});
export type ContentExchange = z.infer<typeof ContentExchange>;

/** The largest file that is read, in bytes. */
export const EXCHANGE_BYTES = 8 * 1024 * 1024;

export type ImportPlan =
  | { readonly kind: 'edits'; readonly edits: readonly StoredEdit[] }
  /** Lines such as `response "bruit": shortcut taken (Accueil)`. */
  | { readonly kind: 'wrong'; readonly lines: readonly string[] };

function doubles(kind: StoredEdit['kind'], items: readonly { readonly id: string }[]): string[] {
  const ids = items.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => `${kind} "${id}": twice in the file`);
}

function lineOf({ kind, id }: StoredEdit, { field, problem, detail }: ContentProblem): string {
  return `${kind} "${id}": ${field} ${problem}${detail === '' ? '' : ` (${detail})`}`;
}

function problemsOf(edit: StoredEdit, after: Content, leadingTo: (platform: string) => readonly string[]) {
  const { kind, id, item } = edit;
  if (item === null) return removalProblems(kind, id, after, leadingTo);
  if ('nameFr' in item) return platformProblems(item, after, false);
  return sharedProblems(item, after, false);
}

/**
 * What importing a file changes: items that differ, new ones, and with `remove` those that the file lacks. All of
 * it is checked as it would stand afterwards; one mistake, and there is nothing to import. Remarks such as "to be checked" are
 * taken out of what citizens read, and make the platform unverified.
 */
export function planImport(
  current: Content,
  given: ContentExchange,
  remove: boolean,
  leadingTo: (platform: string) => readonly string[],
): ImportPlan {
  const twice = [...doubles('platform', given.platforms), ...doubles('response', given.responses)];
  if (twice.length > 0) return { kind: 'wrong', lines: twice };
  const edits: StoredEdit[] = [
    ...given.platforms
      .map(withoutRemarks)
      .map((item): StoredEdit => ({ kind: 'platform', id: item.id, item })),
    ...given.responses.map((item): StoredEdit => ({ kind: 'response', id: item.id, item })),
  ].filter((edit) => !sameItem(itemIn(current, edit), edit.item));
  if (remove) edits.push(...lacking(current, given));
  const after = mergedContent(current, edits);
  const lines = edits.flatMap((edit) =>
    problemsOf(edit, after, leadingTo).map((problem) => lineOf(edit, problem)),
  );
  if (after.platforms.length > MOST_PLATFORMS) lines.push(`more than ${MOST_PLATFORMS} platforms`);
  if (after.responses.length > MOST_RESPONSES) lines.push(`more than ${MOST_RESPONSES} responses`);
  return lines.length > 0 ? { kind: 'wrong', lines } : { kind: 'edits', edits };
}

function lacking(current: Content, given: ContentExchange): StoredEdit[] {
  const platforms = new Set(given.platforms.map(({ id }) => id));
  const responses = new Set(given.responses.map(({ id }) => id));
  return [
    ...current.platforms
      .filter(({ id }) => !platforms.has(id))
      .map(({ id }): StoredEdit => ({ kind: 'platform', id, item: null })),
    ...current.responses
      .filter(({ id }) => !responses.has(id))
      .map(({ id }): StoredEdit => ({ kind: 'response', id, item: null })),
  ];
}

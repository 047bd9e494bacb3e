import type { StoreApi } from 'zustand/vanilla';
import type { Head } from '../../protocol/head.ts';
import { covered } from '../format/masked.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { awaitingOf, flaggedOf, heldBy } from './heads.ts';
import type { View } from './view.ts';

/** News is gathered for this long and said once, in milliseconds. */
export const GATHER = 1_200;
/**
 * What happens elsewhere than on screen is said at most this often, in milliseconds: ten citizens who write at once
 * would otherwise be talked of without a pause.
 */
export const ELSEWHERE_EVERY = 15_000;
const MAX_SPOKEN = 200;

type Known = {
  readonly spoken: ReadonlyMap<string, number>;
  readonly flagged: ReadonlySet<string>;
  readonly waiting: number;
};

/** What is to be read out: `urgent` at once, whatever else is being read. Empty: nothing. */
export type News = { readonly urgent: string; readonly line: string };

function isShown(view: View, head: Head): boolean {
  return head.conversation === view.selection.current && view.selection.view === 'desk';
}

/** What was said by now; without `elsewhere` that of the rest stays to be said. */
function look(view: View, officer: string, before: Known | null, elsewhere: boolean): Known {
  const waiting = awaitingOf(view.heads.open).length;
  const spoken = heldBy(view.heads.open, officer).flatMap((head): [string, number][] => {
    if (elsewhere || before === null || isShown(view, head))
      return [[head.conversation, head.lastCitizenSeq]];
    const said = before.spoken.get(head.conversation);
    return said === undefined ? [] : [[head.conversation, said]];
  });
  return {
    spoken: new Map(spoken),
    flagged: new Set(flaggedOf(view.heads.open).map((head) => head.conversation)),
    waiting: elsewhere || before === null ? waiting : Math.min(before.waiting, waiting),
  };
}

function spokenText(view: View, head: Head, text: Catalogue): string | null {
  const entry = view.journals
    .get(head.conversation)
    ?.entries.findLast(({ body, author }) => body.kind === 'message' && author.role === 'citizen');
  if (entry?.body.kind !== 'message') return null;
  return text.conversation.announce.message(
    head.reference,
    covered(entry.body.text, text).slice(0, MAX_SPOKEN),
  );
}

/** What changed since the last announcement, on screen and elsewhere. Pure. */
export function newsSince(
  before: Known,
  view: View,
  officer: string,
  text: Catalogue,
): News & { readonly elsewhere: string } {
  const { announce } = text.conversation;
  const urgent = flaggedOf(view.heads.open)
    .filter((head) => !before.flagged.has(head.conversation))
    .map((head) => announce.emergency(head.reference));
  const lines: string[] = [];
  const elsewhere: string[] = [];
  for (const head of heldBy(view.heads.open, officer)) {
    const shown = isShown(view, head);
    // Held only since the last announcement: what is on screen is being read, what is unread elsewhere is news.
    const heard = before.spoken.get(head.conversation) ?? (shown ? head.lastCitizenSeq : head.officerRead);
    if (head.lastCitizenSeq <= heard) continue;
    const spoken = shown ? spokenText(view, head, text) : null;
    if (spoken === null) elsewhere.push(head.reference);
    else lines.push(spoken);
  }
  const rest = elsewhere.length > 0 ? [announce.elsewhere(elsewhere.join(', '))] : [];
  const waiting = awaitingOf(view.heads.open).length;
  if (waiting > before.waiting) rest.push(announce.queue(waiting));
  return { urgent: urgent.join('. '), line: lines.join('. '), elsewhere: rest.join('. ') };
}

/** Calls `say` with what is worth reading out, gathered, as it happens. Returns what stops it. */
export function announceNews(
  store: StoreApi<View>,
  officer: string,
  text: Catalogue,
  say: (news: News) => void,
  now: () => number = () => performance.now(),
): () => void {
  let known = look(store.getState(), officer, null, true);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = 0;
  let elsewhereAt = Number.NEGATIVE_INFINITY;

  /** Tells in `wait` milliseconds, or sooner where that is planned already. */
  function plan(wait: number): void {
    const at = now() + wait;
    if (timer !== null && due <= at) return;
    if (timer !== null) clearTimeout(timer);
    due = at;
    timer = setTimeout(tell, wait);
  }

  function tell(): void {
    timer = null;
    const view = store.getState();
    const { urgent, line, elsewhere } = newsSince(known, view, officer, text);
    const wait = elsewhereAt + ELSEWHERE_EVERY - now();
    const all = wait <= 0;
    known = look(view, officer, known, all);
    const whole = [line, all ? elsewhere : ''].filter((part) => part !== '').join('. ');
    if (urgent !== '' || whole !== '') say({ urgent, line: whole });
    if (elsewhere === '') return;
    if (all) elsewhereAt = now();
    else plan(wait);
  }

  const stop = store.subscribe((view, before) => {
    if (view.heads !== before.heads) plan(GATHER);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}

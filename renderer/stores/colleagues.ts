import type { Readers } from '../../protocol/desk-channel.ts';
import type { Group } from '../../protocol/group.ts';
import { type Head, isConsulted } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import type { DeskContext } from './context.ts';
import type { NoticeContent } from './notices.ts';
import type { View } from './view.ts';

/** Who has a conversation on screen now (rule G4). */
export type Shown = { readonly conversation: Id | null; readonly readers: Readers };

export const NOBODY: Shown = { conversation: null, readers: [] };

/** How many of a group are on duty: connected, and receiving. */
export function onDutyOf(group: Group, roster: readonly RosterRow[]): number {
  return roster.filter(({ officer, presence }) => presence === 'available' && group.members.includes(officer))
    .length;
}

/**
 * Rule G2, as the relay judges it: the group a conversation waits for, or null when it is anybody's. `now` by the
 * relay's clock.
 */
export function groupFirst(
  head: Head,
  groups: readonly Group[],
  roster: readonly RosterRow[],
  now: number,
): Group | null {
  const { forGroup } = head;
  if (forGroup === undefined || head.emergency !== 'none' || now >= forGroup.until) return null;
  const group = groups.find((each) => each.group === forGroup.group);
  return group !== undefined && onDutyOf(group, roster) > 0 ? group : null;
}

/**
 * Tells main what is on screen, whenever it changes, in a task of its own: colleagues can wait for a moment, and a switch
 * has one frame. Returns what stops it.
 */
export function tellLooking({ bridge, store }: DeskContext): () => void {
  let told: Id | null = null;
  return store.subscribe(({ selection, state }) => {
    const shown = state?.self != null && selection.view === 'desk' ? selection.current : null;
    if (shown === told) return;
    told = shown;
    setTimeout(() => bridge.request('looking', { conversation: shown }).catch(() => undefined));
  });
}

/**
 * What an event brings from colleagues: advice asked of this officer, and notes in conversations of theirs that are not
 * on screen.
 */
export function colleagueNews(view: View, event: DeskEvent): readonly NoticeContent[] {
  const officer = view.state?.self?.officer ?? null;
  if (officer === null) return [];
  if (event.type === 'heads') {
    return event.heads.flatMap((head): NoticeContent[] => {
      const { conversation, reference, holder } = head;
      const before = view.heads.open.get(conversation);
      const isNew = isConsulted(head, officer) && (before === undefined || !isConsulted(before, officer));
      if (!isNew || holder === null) return [];
      return [{ kind: 'asked', conversation, reference, officer: `${holder.rank} ${holder.alias}` }];
    });
  }
  if (event.type !== 'entries') return [];
  const head = view.heads.open.get(event.conversation);
  const shown = view.selection.view === 'desk' && view.selection.current === event.conversation;
  if (head?.holder?.officer !== officer || shown) return [];
  const { conversation, reference, officerRead } = head;
  return event.entries.flatMap(({ author, body, seq }): NoticeContent[] => {
    if (body.kind !== 'note' || author.role !== 'officer' || author.officer === officer) return [];
    if (seq <= officerRead) return [];
    return [{ kind: 'whisper', conversation, reference, officer: `${author.rank} ${author.alias}` }];
  });
}

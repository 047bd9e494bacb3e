import type { LeftConversation } from '../../protocol/desk-channel.ts';
import { isConsulted } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Composing } from './composing.ts';
import { type DeskContext, notify, update } from './context.ts';
import { changeDraft, draftOf, dropDrafts } from './drafts.ts';
import { begunIn, discardDrafts, type HandingOver } from './hand-over.ts';
import { findHead, heldBy } from './heads.ts';
import type { View } from './view.ts';

export type LeavingDrafts = {
  /**
   * Rule Q6: what stands unsent where the relay took a conversation from this officer goes along as a note, as in a
   * hand-over; where none can be left any more the officer is told the words. Rule Q7: that an emergency went unheard is
   * told, with or without a draft. Call it when heads or that list changed.
   */
  readonly leave: () => Promise<void>;
  /**
   * The same for all that stands unsent, before they sign out: the cache goes with them. False when something stands there
   * still, which is told; words that can be left nowhere are told once. `closed`: ended with what stood there.
   */
  readonly leaveAll: (closed: ReadonlySet<Id>) => Promise<boolean>;
  /** The officer has put away the words that could not be left. */
  readonly putAway: (conversation: Id) => void;
};

type Left = 'left' | 'nothing' | 'too-late' | 'not-now';

/**
 * Whether what was begun may be left in a conversation, as a note: where it is this officer's or was taken from them, or
 * where they supervise or advise.
 */
function mayLeaveIn({ heads, left, state }: View, conversation: Id): boolean {
  if (left.some((each) => each.conversation === conversation && each.open)) return true;
  const head = heads.open.get(conversation);
  const self = state?.self;
  if (head === undefined || self == null) return false;
  return (
    head.holder?.officer === self.officer || self.role === 'supervisor' || isConsulted(head, self.officer)
  );
}

/** This officer ended it with what stood there: only what they did not end themselves may still be missed. */
function isFinished({ heads, state }: View, conversation: Id): boolean {
  const head = heads.closed.get(conversation);
  if (head === undefined || head.disposition === 'abandoned') return false;
  return head.holder?.officer === state?.self?.officer;
}

/** Empty where its line is gone from this desk. */
function referenceIn({ heads, left }: View, conversation: Id): string {
  const named = findHead(heads, conversation) ?? left.find((each) => each.conversation === conversation);
  return named?.reference ?? '';
}

/** As much of a text as a notice shows. */
const SHOWN = 600;

export function createLeavingDrafts(
  context: DeskContext,
  composing: Pick<Composing, 'flush' | 'forget' | 'keepDraft'>,
  { isHandingOver }: Pick<HandingOver, 'isHandingOver'>,
): LeavingDrafts {
  const { bridge, store, lookedAfter } = context;
  /**
   * Looked after, for as long as the relay names it. What stands there later was typed later, by somebody who may write
   * notes there all the same, and is theirs to send: its draft says so itself, to the next window too.
   */
  let settled = new Set<Id>();
  /** Emergencies that were told of: one that is taken again and lost again is news again. */
  let told: ReadonlySet<Id> = new Set<Id>();

  /** What has not been looked after. Still in this officer's hands, as far as the window knows: not yet. */
  function unsent(): readonly LeftConversation[] {
    const view = store.getState();
    const named = new Set(view.left.map(({ conversation }) => conversation));
    settled = new Set([...settled].filter((id) => named.has(id)));
    for (const id of lookedAfter) if (!named.has(id)) lookedAfter.delete(id);
    const officer = view.state?.self?.officer;
    const found: LeftConversation[] = [];
    for (const each of view.left) {
      const { conversation } = each;
      if (settled.has(conversation) || findHead(view.heads, conversation)?.holder?.officer === officer)
        continue;
      settled.add(conversation);
      const isBefore = view.drafts.get(conversation)?.later !== true && begunIn(view, conversation) !== null;
      if (isBefore) found.push(each);
      else lookedAfter.add(conversation);
    }
    return found;
  }

  /** Theirs again: what was typed meanwhile is begun there like anything else. */
  function retake(): void {
    const { drafts, heads, state } = store.getState();
    for (const { conversation } of heldBy(heads.open, state?.self?.officer ?? null)) {
      const text = drafts.get(conversation);
      if (text?.later !== true) continue;
      update(context, (view) => ({
        ...view,
        drafts: changeDraft(view.drafts, conversation, { later: false }),
      }));
      bridge.request('draft', draftOf(conversation, { ...text, later: false })).catch(() => undefined);
    }
  }

  /** Asked again while it is on its way, it is the same note. */
  const onTheWay = new Map<Id, Promise<Left>>();
  function leaveOne(conversation: Id): Promise<Left> {
    const started = onTheWay.get(conversation);
    if (started !== undefined) return started;
    const going = leaveDraft(conversation).finally(() => onTheWay.delete(conversation));
    onTheWay.set(conversation, going);
    return going;
  }

  /** The draft goes out of the cache with the notes' way into the outbox. */
  async function leaveDraft(conversation: Id): Promise<Left> {
    // What waits to be saved must not come after, and be a draft again.
    composing.flush();
    const view = store.getState();
    const before = view.drafts.get(conversation);
    const text = begunIn(view, conversation)?.slice(0, LIMITS.begunCharacters);
    if (text === undefined) return 'nothing';
    if (!mayLeaveIn(view, conversation)) return 'too-late';
    const outcome = await bridge.request('leave-draft', { conversation, text }).catch(() => null);
    if (outcome?.kind === 'refused' && outcome.code === 'conversation-closed') return 'too-late';
    if (outcome === null || outcome.kind === 'refused') return 'not-now';
    if (store.getState().drafts.get(conversation) === before) {
      update(context, (now) => ({ ...now, drafts: dropDrafts(now.drafts, [conversation]) }));
    } else {
      // What was typed meanwhile is another draft; the cache may have let go of it with the one that went.
      composing.keepDraft(conversation);
    }
    return 'left';
  }

  async function leave(): Promise<void> {
    tellUnheard();
    retake();
    // What goes along with a hand-over is still a draft, and would go twice.
    if (isHandingOver()) return;
    const references: string[] = [];
    for (const each of unsent()) {
      const done = each.open ? await leaveOne(each.conversation) : 'too-late';
      if (done === 'left') {
        references.push(each.reference);
        lookedAfter.add(each.conversation);
      } else if (done === 'too-late') tellWords(each);
      else if (done === 'not-now') settled.delete(each.conversation);
    }
    if (references.length > 0) notify(context, { kind: 'drafts-left', references });
  }

  function tellWords({
    conversation,
    reference,
  }: Pick<LeftConversation, 'conversation' | 'reference'>): void {
    const text = begunIn(store.getState(), conversation)?.slice(0, SHOWN);
    if (text !== undefined) notify(context, { kind: 'draft-unsent', conversation, reference, text });
  }

  function tellUnheard(): void {
    const unheard = store.getState().left.filter((each) => each.unheard === true);
    for (const { conversation, reference } of unheard) {
      if (!told.has(conversation)) notify(context, { kind: 'unheard', conversation, reference });
    }
    told = new Set(unheard.map(({ conversation }) => conversation));
  }

  /** Until nothing stands there: what is typed meanwhile goes along too. */
  async function leaveWhole(conversation: Id): ReturnType<typeof leaveOne> {
    const done = await leaveOne(conversation);
    return done === 'left' ? leaveWhole(conversation) : done;
  }

  function wasTold(conversation: Id): boolean {
    return store
      .getState()
      .notices.some(
        ({ content }) => content.kind === 'draft-unsent' && content.conversation === conversation,
      );
  }

  async function leaveAll(closed: ReadonlySet<Id>): Promise<boolean> {
    const references: string[] = [];
    const begun = [...store.getState().drafts.keys()].filter((conversation) => !closed.has(conversation));
    for (const conversation of begun) {
      if (isFinished(store.getState(), conversation)) continue;
      const done = await leaveWhole(conversation);
      if (done === 'nothing' || (done === 'too-late' && wasTold(conversation))) continue;
      const reference = referenceIn(store.getState(), conversation);
      references.push(reference);
      if (done === 'too-late') tellWords({ conversation, reference });
    }
    if (references.length > 0) notify(context, { kind: 'not-signed-out', references });
    return references.length === 0;
  }

  return {
    leave,
    leaveAll,
    putAway: (conversation) => discardDrafts(context, composing, [conversation]),
  };
}

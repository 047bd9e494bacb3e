import type { Entry } from '../../protocol/entry.ts';
import { type Id, newId, type Time } from '../../protocol/ids.ts';
import { type ConversationState, nextState, openState } from '../../protocol/journal.ts';
import type { Act, Draft } from '../domain/acts.ts';
import { decide } from '../domain/lifecycle.ts';
import type {
  Batch,
  ContentUsed,
  Found,
  NewAddress,
  NewConversation,
  NewEntry,
  NewPhrase,
  NewSession,
  TakenBack,
} from '../store/store.ts';
import type { Registry } from './live.ts';
import { Overlay } from './overlay.ts';
import {
  concerns,
  isSameAct,
  type Opening,
  type Outcome,
  type Piece,
  type Request,
  refusal,
} from './requests.ts';

/** What one batch changes in one conversation. */
export type Change = {
  readonly conversation: Id;
  readonly before: ConversationState | null;
  after: ConversationState;
  readonly entries: NewEntry[];
  readonly opening: Opening | null;
};

/** One batch while it is decided: every act on the states that the acts before it leave. */
export class Deciding {
  readonly overlay: Overlay;
  readonly changes = new Map<Id, Change>();
  readonly #now: Time;
  /** Entries by their id: durable ones, and those of this very batch. */
  readonly #byId = new Map<Id, Found[]>();
  readonly #sessions: NewSession[] = [];
  readonly #revoked: Id[] = [];
  readonly #addresses: NewAddress[] = [];
  readonly #uses: ContentUsed[] = [];
  readonly #phrases: NewPhrase[] = [];
  readonly #takenBack: TakenBack[] = [];

  constructor(registry: Registry, found: readonly Found[], now: Time) {
    this.overlay = new Overlay(registry);
    this.#now = now;
    for (const each of found) this.#remember(each);
  }

  /** Decides one request; what follows from it stands in `changes`. */
  decide(request: Request): Outcome {
    const earlier = this.#earlier(request);
    if (earlier !== null) return this.#repeated(request, earlier);
    const resolved = request.resolve(this.overlay);
    if (resolved.kind === 'refused') return resolved;
    return this.#decideAll(request, resolved.kind === 'act' ? [resolved] : resolved.acts);
  }

  /** All pieces or none: each is judged before any is written, and no two are of one conversation. */
  #decideAll(request: Request, pieces: readonly Piece[]): Outcome {
    const accepted: { readonly piece: Piece; readonly drafts: readonly [Draft, ...Draft[]] }[] = [];
    for (const piece of pieces) {
      // D2, of a request that names no conversation: its id may name something else in the one it was led to.
      if (request.digest !== null && this.#isTaken(request.id, piece.conversation)) {
        return refusal('id-reused');
      }
      const decision = decide(this.overlay.state(piece.conversation), piece.act, request.actor);
      if (decision.kind === 'refused') return decision;
      accepted.push({ piece, drafts: decision.drafts });
    }
    let first: Outcome | null = null;
    for (const { piece, drafts } of accepted) {
      const { conversation, act } = piece;
      const change = this.#change(conversation, request.opening);
      const seq = (change?.after ?? this.overlay.state(conversation))?.lastSeq ?? 0;
      this.#append(change, conversation, request, drafts);
      this.#sideEffects(request, conversation, act);
      first ??= { kind: 'acknowledged', conversation, seq: seq + 1, at: this.#now };
    }
    return first ?? refusal('wrong-state');
  }

  #isTaken(id: Id, conversation: Id): boolean {
    return this.#byId.get(id)?.some(({ entry }) => entry.conversation === conversation) ?? false;
  }

  /** An entry that bears this id already: durable, or earlier in this very batch. */
  #earlier(request: Request): Found | null {
    if (request.digest === null) return null;
    const found = this.#byId.get(request.id)?.filter((each) => concerns(each, request)) ?? [];
    // Of one act in several conversations, the first answer named the first of them.
    found.sort((a, b) => (a.entry.conversation < b.entry.conversation ? -1 : 1));
    return found[0] ?? null;
  }

  #remember(found: Found): void {
    const known = this.#byId.get(found.entry.id);
    if (known === undefined) this.#byId.set(found.entry.id, [found]);
    else known.push(found);
  }

  #repeated(request: Request, earlier: Found): Outcome {
    if (!isSameAct(earlier, request)) return refusal('id-reused');
    const { conversation, seq, at } = earlier.entry;
    const { opening } = request;
    if (opening !== null && opening.session !== null) {
      // The cookie went with the first answer, and only its digest is kept: a new one takes its place.
      const isNew = this.changes.get(conversation)?.before === null;
      if (!isNew && !opening.mayRepeat(conversation)) return refusal('id-reused');
      this.#revoked.push(conversation);
      this.#sessions.push({ digest: opening.session, conversation, at: this.#now });
    }
    return { kind: 'acknowledged', conversation, seq, at };
  }

  #change(conversation: Id, opening: Opening | null): Change | null {
    const known = this.changes.get(conversation);
    if (known !== undefined) return known;
    const before = this.overlay.state(conversation);
    if (before === null) return null;
    const change: Change = { conversation, before, after: before, entries: [], opening };
    this.changes.set(conversation, change);
    return change;
  }

  #append(
    change: Change | null,
    conversation: Id,
    request: Request,
    drafts: readonly [Draft, ...Draft[]],
  ): void {
    let state = change?.after ?? null;
    const added: NewEntry[] = [];
    for (const [index, { author, body }] of drafts.entries()) {
      const entry: Entry = {
        conversation,
        seq: (state?.lastSeq ?? 0) + 1,
        id: index === 0 ? request.id : newId(),
        at: this.#now,
        author,
        body,
      };
      const before: ConversationState | null = state;
      state = state === null ? openState(entry) : nextState(state, entry);
      this.#takenBack.push(...closingTakenBack(before, state));
      const made = { entry, request: index === 0 ? request.digest : null };
      added.push(made);
      this.#remember(made);
    }
    if (state === null) return;
    this.overlay.put(state);
    if (change === null) {
      const { opening } = request;
      this.changes.set(conversation, { conversation, before: null, after: state, entries: added, opening });
      return;
    }
    change.entries.push(...added);
    change.after = state;
  }

  #sideEffects(request: Request, conversation: Id, act: Act): void {
    this.#uses.push(...usesOf(act).map((use) => ({ ...use, at: this.#now })));
    const session = request.opening?.session ?? null;
    if (session !== null) this.#sessions.push({ digest: session, conversation, at: this.#now });
    const address = act.kind === 'defer' || act.kind === 'open-request' ? act.address : null;
    if (address !== null) this.#addresses.push({ conversation, address });
    if (act.kind === 'choose-phrase') this.#phrases.push({ conversation, hash: act.hash });
    if (act.kind === 'return') {
      // One place at a time: whatever still had the old cookie has nothing.
      this.#revoked.push(conversation);
      this.#sessions.push({ digest: act.session, conversation, at: this.#now });
    }
    // After a quick exit the cookie left in the browser opens nothing, not even for whoever finds it.
    // Nor once the answer will come by e-mail and the person is done with the page.
    const deferred = this.overlay.state(conversation)?.deferral != null;
    if (act.kind === 'leave' && (act.manner === 'quick-exit' || deferred)) this.#revoked.push(conversation);
  }

  /** Whether anything would be written. */
  get isEmpty(): boolean {
    return this.changes.size === 0 && this.#sessions.length === 0 && this.#revoked.length === 0;
  }

  batch(reads: Batch['reads']): Batch {
    const opened: NewConversation[] = [];
    for (const { conversation, before, after, opening } of this.changes.values()) {
      if (before === null && opening !== null) {
        opened.push({ conversation, openedAt: after.openedAt, purgeAt: opening.purgeAt });
      }
    }
    return {
      opened,
      appended: [...this.changes.values()].map(({ conversation, before, entries }) => ({
        conversation,
        after: before?.lastSeq ?? 0,
        entries,
      })),
      reads,
      sessions: this.#sessions,
      revoked: this.#revoked,
      addresses: this.#addresses,
      uses: this.#uses,
      phrases: this.#phrases,
      takenBack: this.#takenBack,
    };
  }
}

/** The closing that an entry undid, if it did: what was closed is open again (rule W5). */
function closingTakenBack(before: ConversationState | null, after: ConversationState): readonly TakenBack[] {
  if (before === null || after.status === 'closed') return [];
  const { closedAt, disposition } = before;
  return closedAt === null || disposition === null ? [] : [{ closedAt, disposition }];
}

/** E7: what of the catalogue an act sends. Counted with the act's own entry, so that a resend counts once. */
function usesOf(act: Act): Omit<ContentUsed, 'at'>[] {
  switch (act.kind) {
    case 'redirection':
      return [{ kind: 'platform', id: act.platform.id }];
    case 'message':
    case 'email':
      return (act.responses ?? []).map((id) => ({ kind: 'response', id }));
    default:
      return [];
  }
}

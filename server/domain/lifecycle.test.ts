import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePlatform } from '../../protocol/arbitrary.testkit.ts';
import { CitizenEntry, citizenEntry, Entry } from '../../protocol/entry.ts';
import { newId } from '../../protocol/ids.ts';
import { type ConversationState, nextState, openState, stateOf } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import {
  alix,
  anyAct,
  chief,
  citizen,
  conversation,
  officers,
  opening,
  relay,
  sacha,
  someone,
  target,
} from './acts.testkit.ts';
import type { Act, Actor, Decision, Target } from './acts.ts';
import { decide, ROOM_KEPT } from './lifecycle.ts';

/** A journal that grows by what `decide` accepts. */
class Journal {
  readonly entries: Entry[] = [];
  state: ConversationState | null = null;

  act(act: Act, actor: Actor): Decision {
    const decision = decide(this.state, act, actor);
    if (decision.kind === 'refused') return decision;
    for (const { author, body } of decision.drafts) {
      const seq = this.entries.length + 1;
      const entry: Entry = { conversation, seq, id: newId(), at: 1_000 + seq, author, body };
      this.state = this.state === null ? openState(entry) : nextState(this.state, entry);
      this.entries.push(entry);
    }
    return decision;
  }

  /** Acts that must all be accepted. */
  static of(...acts: [Act, Actor][]): Journal {
    const journal = new Journal();
    for (const [act, actor] of [[opening, citizen] as [Act, Actor], ...acts]) {
      const decision = journal.act(act, actor);
      if (decision.kind === 'refused') throw new Error(`${act.kind}: ${decision.code}`);
    }
    return journal;
  }
}

function code(decision: Decision): string {
  return decision.kind === 'refused' ? decision.code : 'accepted';
}

const take: Act = { kind: 'take', hasRoom: true, forOthers: false };
const close: Act = { kind: 'close', disposition: 'answered', comment: null };
const danger: Act = { kind: 'citizen-message', text: 'Il a un couteau' };

describe('what may happen to a conversation', () => {
  it('J1: nothing comes before its opening, and it opens once', () => {
    expect(code(decide(null, take, alix))).toBe('not-found');
    expect(code(Journal.of().act(opening, citizen))).toBe('id-reused');
    expect(code(decide(null, opening, alix))).toBe('forbidden');
  });

  it('A1: a citizen asks for no officer’s act, an officer for no citizen’s, nobody for the relay’s', () => {
    const journal = Journal.of([take, alix]);
    for (const act of [take, close, { kind: 'note', text: 'x' }, { kind: 'park' }] as const) {
      expect(code(journal.act(act, citizen))).toBe('forbidden');
    }
    expect(code(journal.act({ kind: 'citizen-message', text: 'x' }, alix))).toBe('forbidden');
    for (const actor of [citizen, alix, chief]) {
      expect(code(journal.act({ kind: 'silent' }, actor))).toBe('forbidden');
      expect(code(journal.act({ kind: 'distribute', to: sacha }, actor))).toBe('forbidden');
    }
  });

  it('L1: nobody but the holder writes to the citizen, supervisors included', () => {
    const journal = Journal.of([take, alix]);
    for (const act of [
      { kind: 'message', text: 'x' },
      { kind: 'redirection', platform: examplePlatform },
    ] as const) {
      expect(code(journal.act(act, sacha))).toBe('not-holder');
      expect(code(journal.act(act, chief))).toBe('not-holder');
      expect(code(journal.act(act, alix))).toBe('accepted');
    }
  });

  it('Q2: taken once; the second is told who was first, the first that they have it', () => {
    const journal = Journal.of([take, alix]);
    expect(code(journal.act(take, sacha))).toBe('already-taken');
    expect(code(journal.act(take, alix))).toBe('wrong-state');
    expect(code(Journal.of().act({ ...take, hasRoom: false }, alix))).toBe('at-capacity');
  });

  it('L2, Q4: a supervisor assigns beyond breaks and capacity, but not to nobody', () => {
    const busy = target(sacha, { available: false, hasRoom: false });
    const assign = (to: Target): Act => ({ kind: 'assign', to, note: null });
    const journal = Journal.of([take, alix]);
    expect(code(journal.act(assign(target(sacha, { hasRoom: false })), alix))).toBe('at-capacity');
    expect(code(journal.act(assign(target(sacha, { available: false })), alix))).toBe('not-available');
    expect(code(journal.act(assign(target(sacha, { online: false })), chief))).toBe('not-available');
    expect(code(journal.act(assign(target(alix)), chief))).toBe('wrong-state');
    expect(code(journal.act(assign(busy), sacha))).toBe('not-holder');
    expect(code(journal.act(assign(busy), chief))).toBe('accepted');
    expect(journal.entries.at(-1)?.body).toMatchObject({ kind: 'assignment', reason: 'assigned' });
    expect(code(journal.act(assign(target(alix)), sacha))).toBe('accepted');
    expect(journal.entries.at(-1)?.body).toMatchObject({ kind: 'assignment', reason: 'transferred' });
  });

  it('an emergency is flagged once until it is acknowledged, then anew, and is never closed unseen', () => {
    const journal = Journal.of([take, alix], [danger, citizen]);
    expect(journal.entries.map(({ body }) => body.kind).slice(-2)).toEqual(['message', 'emergency']);
    expect(journal.entries.at(-1)?.author).toEqual({ role: 'relay' });
    journal.act(danger, citizen);
    expect(journal.entries.at(-1)?.body.kind).toBe('message');
    expect(code(journal.act(close, alix))).toBe('emergency-unacknowledged');
    expect(code(journal.act(close, chief))).toBe('emergency-unacknowledged');
    expect(code(journal.act({ kind: 'flag-emergency' }, alix))).toBe('wrong-state');
    expect(code(journal.act({ kind: 'acknowledge-emergency' }, alix))).toBe('accepted');
    journal.act(danger, citizen);
    expect(journal.state?.emergency).toBe('flagged');
  });

  it('a waiting citizen who leaves ends it; a held one is the holder’s to close; an emergency is nobody’s to drop', () => {
    const leave: Act = { kind: 'leave', manner: 'quick-exit' };
    const waiting = Journal.of([leave, citizen]);
    expect(waiting.state).toMatchObject({ status: 'closed', disposition: 'abandoned', left: 'quick-exit' });
    const held = Journal.of([take, alix], [leave, citizen]);
    expect(held.state).toMatchObject({ status: 'active', left: 'quick-exit' });
    for (const act of [
      { kind: 'message', text: 'x' },
      { kind: 'redirection', platform: examplePlatform },
      { kind: 'park' },
      { kind: 'release', note: null },
    ] as const) {
      expect(code(held.act(act, alix)), act.kind).toBe('wrong-state');
    }
    expect(code(held.act({ kind: 'citizen-message', text: 'x' }, citizen))).toBe('conversation-closed');
    expect(code(held.act(leave, citizen))).toBe('conversation-closed');
    expect(code(held.act(close, alix))).toBe('accepted');
    const flagged = Journal.of([danger, citizen], [leave, citizen]);
    expect(flagged.state).toMatchObject({ status: 'waiting', left: 'quick-exit', emergency: 'flagged' });
    expect(code(flagged.act(take, alix))).toBe('accepted');
    const silent = Journal.of([{ kind: 'silent' }, relay]);
    expect(silent.state).toMatchObject({ status: 'closed', left: 'silent' });
    expect(code(Journal.of([take, alix]).act({ kind: 'silent' }, relay))).toBe('wrong-state');
  });

  it('M1: under a flagged emergency silence ends nothing: who comes back is still heard', () => {
    const flagged = Journal.of([danger, citizen]);
    expect(code(flagged.act({ kind: 'silent' }, relay))).toBe('wrong-state');
    expect(code(flagged.act({ kind: 'citizen-message', text: 'je suis là' }, citizen))).toBe('accepted');
  });

  it('Q3: the relay takes back what somebody holds, and nobody else does but they', () => {
    const journal = Journal.of([take, alix]);
    const back: Act = { kind: 'hand-back', reason: 'desk-lost', note: null };
    expect(code(journal.act(back, sacha))).toBe('not-holder');
    expect(code(journal.act(back, citizen))).toBe('forbidden');
    expect(code(journal.act(back, relay))).toBe('accepted');
    expect(journal.entries.at(-1)).toMatchObject({ author: { role: 'relay' } });
    expect(journal.state).toMatchObject({ status: 'waiting', returned: true, holder: null });
    expect(code(journal.act(back, relay))).toBe('wrong-state');
  });

  it('J2, W5: an answer that came back opens what its acceptance closed, once, and nothing else does', () => {
    const journal = Journal.of(
      [{ kind: 'defer', address: 'canary@example.fr', text: 'x', canMail: true }, citizen],
      [take, alix],
      [{ kind: 'email', text: 'x', canMail: true }, alix],
    );
    const email = journal.entries.at(-1)?.id ?? '';
    const outcome = (what: 'accepted' | 'returned', of = email): Act => ({
      ...{ kind: 'mail-outcome', email: of, outcome: what, reason: null },
    });
    expect(code(journal.act(outcome('returned'), relay))).toBe('mail-pending');
    expect(code(journal.act(outcome('accepted'), relay))).toBe('accepted');
    expect(journal.state).toMatchObject({ status: 'closed', disposition: 'deferred' });
    expect(code(journal.act(outcome('accepted'), relay))).toBe('conversation-closed');
    expect(code(journal.act(outcome('returned', newId()), relay))).toBe('wrong-state');
    for (const actor of [citizen, alix, chief]) {
      expect(code(journal.act(outcome('returned'), actor))).toBe('forbidden');
    }
    expect(code(journal.act(outcome('returned'), relay))).toBe('accepted');
    expect(journal.entries.at(-1)?.author).toEqual({ role: 'relay' });
    expect(journal.state).toMatchObject({
      ...{ status: 'deferred', holder: null, closedAt: null, disposition: null },
      deferral: { address: false, mail: { email, state: 'returned' } },
    });
    expect(code(journal.act(outcome('returned'), relay))).toBe('wrong-state');
    expect(code(journal.act({ kind: 'citizen-message', text: 'x' }, citizen))).toBe('conversation-closed');
    expect(code(journal.act(take, sacha))).toBe('accepted');
    expect(code(journal.act({ kind: 'subject', subject: 'Bruit' }, sacha))).toBe('accepted');
    expect(code(journal.act(close, sacha))).toBe('accepted');
    expect(code(journal.act(outcome('returned'), relay))).toBe('wrong-state');
  });

  it('W5: an answer that came back while an emergency kept the conversation open stays with its holder', () => {
    const journal = Journal.of(
      [{ kind: 'defer', address: 'canary@example.fr', text: 'Il a un couteau', canMail: true }, citizen],
      [take, alix],
      [{ kind: 'email', text: 'x', canMail: true }, alix],
    );
    const email = journal.entries.at(-1)?.id ?? '';
    journal.act({ kind: 'mail-outcome', email, outcome: 'accepted', reason: null }, relay);
    expect(journal.state).toMatchObject({ status: 'active', emergency: 'flagged' });
    journal.act({ kind: 'mail-outcome', email, outcome: 'returned', reason: 'mailbox' }, relay);
    expect(journal.state).toMatchObject({
      ...{ status: 'active', holder: { officer: alix.officer } },
      deferral: { mail: { state: 'returned', reason: 'mailbox' } },
    });
  });

  it('B1: a full journal takes no more words, and can still be handed over, left and closed', () => {
    const journal = Journal.of([take, alix]);
    const full = (kept: number): ConversationState => {
      if (journal.state === null) throw new Error('no state');
      return { ...journal.state, lastSeq: LIMITS.entriesPerConversation - kept };
    };
    expect(code(decide(full(ROOM_KEPT + 1), { kind: 'message', text: 'x' }, alix))).toBe('accepted');
    expect(code(decide(full(ROOM_KEPT), { kind: 'message', text: 'x' }, alix))).toBe('conversation-full');
    expect(code(decide(full(ROOM_KEPT), { kind: 'citizen-message', text: 'x' }, citizen))).toBe(
      'conversation-full',
    );
    expect(code(decide(full(0), { kind: 'release', note: null }, alix))).toBe('conversation-full');
    expect(code(decide(full(0), close, alix))).toBe('accepted');
    expect(code(decide(full(0), { kind: 'leave', manner: 'ended' }, citizen))).toBe('accepted');
  });

  it('B1: into the last of a full journal’s room it finds other hands, and a subject without which none could close it', () => {
    const held = Journal.of([take, alix]).state;
    const waiting = Journal.of().state;
    const full = (state: ConversationState | null, kept: number): ConversationState => {
      if (state === null) throw new Error('no state');
      return { ...state, lastSeq: LIMITS.entriesPerConversation - kept };
    };
    const subject = { kind: 'subject', subject: 'Vol' } as const;
    const acts: readonly (readonly [Act, ConversationState | null, Actor])[] = [
      [take, waiting, alix],
      [{ kind: 'distribute', to: alix }, waiting, relay],
      [{ kind: 'assign', to: target(sacha), note: null }, held, alix],
      [{ kind: 'release', note: null }, held, alix],
      [subject, held, alix],
    ];
    for (const [act, state, actor] of acts) {
      expect(code(decide(full(state, 1), act, actor))).toBe('accepted');
      expect(code(decide(full(state, 0), act, actor))).toBe('conversation-full');
    }
    if (held === null) throw new Error('no state');
    expect(code(decide({ ...full(held, 0), subject: null }, subject, alix))).toBe('accepted');
    // A citizen who goes and comes back by the phrase does not use that room up.
    const gone = { ...full(held, ROOM_KEPT / 2), left: 'quick-exit', mayReturn: true } as const;
    const comeBack = { kind: 'return', session: 'x' } as const;
    expect(code(decide({ ...gone, lastSeq: gone.lastSeq - 1 }, comeBack, citizen))).toBe('accepted');
    expect(code(decide(gone, comeBack, citizen))).toBe('conversation-full');
  });
});

const run = fc.array(fc.tuple(anyAct, someone), { minLength: 1, maxLength: 60 });

describe('properties of any sequence of acts', () => {
  function play(acts: readonly (readonly [Act, Actor])[]): Journal {
    const journal = Journal.of();
    for (const [act, actor] of acts) journal.act(act, actor);
    return journal;
  }

  it('J1, D3: the journal is gap-free, valid, and adds up to the state', () => {
    fc.assert(
      fc.property(run, (acts) => {
        const { entries, state } = play(acts);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
        for (const entry of entries) Entry.parse(entry);
        expect(stateOf(entries)).toEqual(state);
      }),
    );
  });

  it('J2: after a closure nothing is accepted, from anybody, but what the rule names', () => {
    fc.assert(
      fc.property(run, (acts) => {
        let closed = false;
        for (const { body } of play(acts).entries) {
          const reopens = body.kind === 'email-outcome' && body.outcome === 'returned';
          if (closed && !reopens) expect(['reveal', 'exported', 'unblocked']).toContain(body.kind);
          closed = body.kind === 'closure' || (closed && !reopens);
        }
      }),
    );
  });

  it('Q2, L1: it is held exactly while active or parked, and only its holder writes to the citizen', () => {
    fc.assert(
      fc.property(run, (acts) => {
        let state: ConversationState | null = null;
        for (const entry of play(acts).entries) {
          const { author, body } = entry;
          if (author.role === 'officer' && ['message', 'redirection', 'station'].includes(body.kind)) {
            expect(state?.holder?.officer).toBe(author.officer);
            expect(state?.left).toBeNull();
          }
          if (body.kind === 'closure') expect(state?.emergency).not.toBe('flagged');
          state = state === null ? openState(entry) : nextState(state, entry);
          expect(state.holder !== null).toBe(state.status === 'active' || state.status === 'parked');
        }
      }),
    );
  });

  it('P1: the citizen’s view holds no note, no comment, no tag and no officer’s id', () => {
    fc.assert(
      fc.property(run, (acts) => {
        const views = play(acts).entries.flatMap((entry) => citizenEntry(entry) ?? []);
        for (const view of views) CitizenEntry.parse(view);
        const told = JSON.stringify(views);
        expect(told).not.toContain('SECRET');
        for (const { officer: id } of officers) expect(told).not.toContain(id);
      }),
    );
  });
});

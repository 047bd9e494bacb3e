import { isDeepStrictEqual } from 'node:util';
import { DeskModel } from '../../main/session/model.ts';
import { OfficerSession } from '../../main/session/officer-session.ts';
import type { Surroundings } from '../../main/session/surroundings.ts';
import type { OpenWire, WireListener } from '../../main/session/wire.ts';
import {
  type Command,
  type FromDesk,
  FromDesk as FromDeskSchema,
  isDurable,
  type LeftConversation,
} from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent, Draft } from '../../protocol/ipc.ts';
import type { Session } from '../../server/relay/ports.ts';
import { Disk } from './disk.ts';
import { DeskWatch } from './said.ts';
import { markedText } from './truth.ts';
import { Wire } from './wire.ts';
import type { Around } from './world.ts';

/** What a draft holds. */
export type Written = Omit<Draft, 'conversation'>;

export const NOTHING_WRITTEN: Written = { message: '', note: '', mode: 'message' };

/** A workstation: the real session machines over a disk that survives, life after life. */
export class ModelDesk {
  readonly session: Session;
  readonly name: string;
  readonly disk: Disk;
  readonly #around: Around;
  model: DeskModel;
  officerSession: OfficerSession | null = null;
  wire: Wire<FromDesk> | null = null;
  /** Ids of what the desk took charge of (`queued`: on its disk): a promise, until the officer drops it. */
  readonly queued = new Map<Id, Id>();
  /** What was promised of each draft, and what was typed since. */
  readonly drafts = new Map<Id, { kept: Written; later: Written[] }>();
  readonly acked = new Set<Id>();
  /** Drafts that became a note, until something else is written there. */
  readonly #leaving = new Map<Id, { readonly written: Written; readonly text: string }>();
  /** What a window would be told; without one the desk leaves drafts as the window would. */
  onEvent: (event: DeskEvent) => void = (event) => {
    if (event.type === 'left') this.#leaveDrafts(event.conversations);
  };
  /** Out of service: no life is begun. */
  down = false;
  /** The store was restored since it was last at rest: its disk may be of the former life until it connects. */
  voided = false;
  cacheKilledAt = Number.NEGATIVE_INFINITY;
  #alive = { value: false };
  #skew: number;
  #written = 0;

  constructor(around: Around, name: string, session: Session) {
    this.#around = around;
    this.name = name;
    this.session = session;
    this.disk = new Disk(session.self.officer);
    // Workstations' clocks are wrong, by minutes.
    this.#skew = around.chance.below(600_000) - 300_000;
    this.model = this.#newModel();
    this.start();
  }

  get officer(): Id {
    return this.session.self.officer;
  }

  #newModel(): DeskModel {
    return new DeskModel(
      {
        relay: 'https://relay.example',
        self: null,
        connection: 'offline',
        retryAt: null,
        notice: null,
        cache: { kind: 'encrypted' },
        presence: 'offline',
        retentionMonths: 3,
        clockOffset: 0,
        trial: false,
      },
      { theme: 'system', language: 'fr', volume: 0, notifications: false, contextOpen: true },
      (event) => this.onEvent(event),
    );
  }

  start(): void {
    this.down = false;
    const alive = { value: true };
    this.#alive = alive;
    const model = this.#newModel();
    this.model = model;
    const { chance, time } = this.#around;
    const skew = this.#skew;
    const surroundings: Surroundings = {
      now: () => time.now + skew,
      elapsed: time.scheduler.elapsed,
      random: chance.next,
      after: (milliseconds, task) => time.scheduler.after(milliseconds, () => alive.value && task()),
    };
    const process = this.disk.cache(surroundings);
    process
      .call('open', { file: this.name, key: '0'.repeat(64), next: null, officer: this.officer })
      .then(() =>
        OfficerSession.open({
          self: this.session.self,
          token: this.name,
          model,
          origin: { kind: 'file', process, file: this.name },
          openWire: this.#openWire(alive),
          surroundings,
          log: () => undefined,
          onAttention: () => undefined,
          onExpired: () => undefined,
          onSelf: () => undefined,
        }),
      )
      .then((session) => {
        if (!alive.value) return;
        this.officerSession = session;
        this.#draftsSurvived();
        this.leftOnce();
        session.start();
        session.signals.presence('available');
      })
      .catch((error: unknown) => this.#around.failed(error));
  }

  #openWire(alive: { readonly value: boolean }): OpenWire {
    return (_token, listener) => {
      const watch = new DeskWatch(this.#around.watch, this.officer);
      const wire: Wire<FromDesk> = new Wire({
        schema: FromDeskSchema,
        client: this.#end(alive, listener),
        accept: async (link) => {
          this.#around.deskCame(this.officer, wire);
          return this.#around.hub().desk(this.session, link);
        },
        onSaid: (frame) => watch.look(frame),
        onHeard: (message) => {
          if (message.type === 'follow') watch.cursors.set(message.conversation, message.after);
          if (message.type !== 'hello') return;
          for (const { conversation, seq } of message.cursors) watch.cursors.set(conversation, seq);
        },
        onRelayEnd: () => this.#around.deskWent(this.officer, wire),
      });
      this.wire = wire;
      this.#around.added(wire);
      return {
        send: (text) => wire.say(text),
        cut: () => wire.leave(),
        pause: () => {
          wire.paused = true;
        },
        resume: () => {
          wire.paused = false;
        },
      };
    };
  }

  #end(alive: { readonly value: boolean }, listener: WireListener) {
    return {
      opened: () => alive.value && listener.opened(),
      message: (text: string) => {
        if (!alive.value) return;
        const frame: unknown = JSON.parse(text);
        if (typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'ack') {
          if ('id' in frame && typeof frame.id === 'string') this.acked.add(frame.id);
        }
        listener.message(text);
      },
      closed: (code: number) => alive.value && listener.closed(code),
    };
  }

  /** The next words of this officer, marked with where they belong. */
  text(conversation: string, rest = ''): string {
    this.#written += 1;
    return markedText(conversation, this.name, this.#written, rest);
  }

  command(command: Command): void {
    const session = this.officerSession;
    if (session === null) return;
    const alive = this.#alive;
    session.commands
      .command(command)
      .then((outcome) => {
        if (!alive.value) return;
        if (outcome.kind === 'queued' && isDurable(command))
          this.queued.set(outcome.id, command.conversation);
        if (outcome.kind === 'done')
          this.#around.done(this.officer, command.kind, outcome.conversation, outcome.id);
      })
      .catch((error: unknown) => this.#around.failed(error));
  }

  draft(conversation: Id, written: Written): void {
    const alive = this.#alive;
    const kept = this.#promise(conversation, written);
    this.#leaving.delete(conversation);
    this.officerSession
      ?.draft({ conversation, ...written })
      .then(() => alive.value && kept())
      .catch((error: unknown) => this.#around.failed(error));
  }

  /** A draft is to be kept; call what this answers once it is. */
  #promise(conversation: Id, written: Written): () => void {
    const known = this.drafts.get(conversation) ?? { kept: NOTHING_WRITTEN, later: [] };
    known.later.push(written);
    this.drafts.set(conversation, known);
    return () => {
      known.later = known.later.slice(known.later.indexOf(written) + 1);
      known.kept = written;
    };
  }

  /** Rule Q6: what stands unsent where the relay took a conversation from this officer. */
  #leaveDrafts(conversations: readonly LeftConversation[]): void {
    const alive = this.#alive;
    for (const { conversation, open } of conversations) {
      const draft = this.model.drafts.get(conversation);
      if (!open || draft === undefined || this.model.holds(conversation)) continue;
      const { conversation: _, ...written } = draft;
      const text = this.text(this.#around.watch.truth.names.get(conversation) ?? '', 'NOTE laissée');
      const kept = this.#promise(conversation, NOTHING_WRITTEN);
      this.#leaving.set(conversation, { written, text });
      this.officerSession?.commands
        .leaveDraft(conversation, text)
        .then((outcome) => {
          if (!alive.value || outcome.kind !== 'queued') return;
          kept();
          this.queued.set(outcome.id, conversation);
        })
        .catch((error: unknown) => this.#around.failed(error));
    }
  }

  /** Q6: a draft stands there still, or its note is on its way or in the journal: never both, never neither. */
  leftOnce(): void {
    const { rules, truth } = this.#around.watch;
    for (const [conversation, { written, text }] of this.#leaving) {
      if (this.voided || truth.state(conversation) === null) continue;
      const { message, note, mode } = this.model.drafts.get(conversation) ?? NOTHING_WRITTEN;
      const isDraft = isDeepStrictEqual({ message, note, mode }, written);
      const commands = this.model.outbox.map(({ item }) => item.command);
      const bodies = truth.entries(conversation).map(({ body }) => body);
      const isNote = [...commands, ...bodies].some((each) => each.kind === 'note' && each.text === text);
      rules.hold('Q6', isDraft !== isNote, () => `${text}: draft ${isDraft}, note ${isNote}`);
    }
  }

  #draftsSurvived(): void {
    const { rules } = this.#around.watch;
    for (const [conversation, { kept, later }] of this.drafts) {
      const { message, note, mode } = this.model.drafts.get(conversation) ?? NOTHING_WRITTEN;
      const found = { message, note, mode };
      // Of a conversation that a restoration undid nothing stays.
      const isGone = this.#around.watch.truth.state(conversation) === null;
      const known = isGone || [kept, ...later].some((each) => isDeepStrictEqual(each, found));
      rules.hold('D4', known, () => {
        return `the draft of ${conversation} came back as ${JSON.stringify(found)}, not ${JSON.stringify(kept)}`;
      });
      this.drafts.set(conversation, { kept: found, later: [] });
    }
  }

  /** The power goes: memory is gone, the disk stays. */
  crash(): void {
    if (this.down) return;
    this.down = true;
    this.#alive.value = false;
    this.officerSession = null;
    this.disk.crash(this.#around.chance.happens(0.5));
    this.wire?.leave();
  }

  /** The officer gives up what was refused. */
  dropRefused(): void {
    for (const { item } of this.model.outbox) {
      if (item.state !== 'refused') continue;
      this.queued.delete(item.id);
      this.#leaving.delete(item.conversation);
      this.officerSession?.commands.drop(item.id).catch((error: unknown) => this.#around.failed(error));
    }
  }

  skewBy(milliseconds: number): void {
    this.#skew += milliseconds;
  }
}

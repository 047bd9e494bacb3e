import { type FromCitizen, FromCitizen as FromCitizenSchema } from '../../protocol/citizen-channel.ts';
import { detectEmergency } from '../../protocol/emergency.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { type CitizenClient, createClient } from '../../server/page/client/client.ts';
import type { Environment } from '../../server/page/client/environment.ts';
import { CitizenWatch } from './said.ts';
import { markedText } from './truth.ts';
import { Wire } from './wire.ts';
import type { Around } from './world.ts';

/** A citizen's browser: the real page client, life after life (a reload begins another), one cookie. */
export class ModelCitizen {
  readonly name: string;
  readonly conversation: Id;
  readonly #token: string;
  readonly #around: Around;
  client: CitizenClient;
  wire: Wire<FromCitizen> | null = null;
  /** Ids whose acknowledgement reached the page: a promise. */
  readonly acked = new Set<Id>();
  exited = false;
  /** The store was restored after this page had stopped reading: what it shows is of the former life. */
  voided = false;
  #life = 0;
  #alive = { value: true };
  #written = 0;

  constructor(around: Around, name: string, token: string, conversation: Id) {
    this.#around = around;
    this.name = name;
    this.#token = token;
    this.conversation = conversation;
    this.client = this.#live();
  }

  #live(): CitizenClient {
    this.#life += 1;
    const alive = { value: true };
    this.#alive = alive;
    const { chance, time } = this.#around;
    const environment: Environment = {
      openWire: (listener) => {
        const wire = this.#openWire({
          opened: () => alive.value && listener.opened(),
          message: (text) => {
            this.#note(text);
            if (alive.value) listener.frame(text);
          },
          closed: (code) => alive.value && listener.closed(code),
        });
        return { send: (frame) => wire.say(frame), close: () => wire.leave() };
      },
      now: time.clock,
      elapsed: time.scheduler.elapsed,
      random: chance.next,
      after: (delay, action) => time.scheduler.after(delay, () => alive.value && action()),
      newId,
      listen: (text, heard) => {
        if (detectEmergency(text).length > 0) heard({ emergency: true, topics: [] });
      },
    };
    const client = createClient(environment);
    client.start();
    return client;
  }

  #openWire(client: { opened(): void; message(text: string): void; closed(code: number): void }) {
    const watch = new CitizenWatch(this.#around.watch, this.conversation, this.name);
    const wire: Wire<FromCitizen> = new Wire({
      schema: FromCitizenSchema,
      client,
      accept: (link) => this.#around.hub().citizen(this.#token, link),
      onSaid: (frame) => watch.look(frame),
      onHeard: (message) => {
        if (message.type === 'hello') watch.cursor = message.cursor;
      },
      onRelayEnd: () => undefined,
    });
    this.wire = wire;
    this.#around.added(wire);
    return wire;
  }

  #note(text: string): void {
    const frame: unknown = JSON.parse(text);
    if (typeof frame !== 'object' || frame === null || !('type' in frame) || frame.type !== 'ack') return;
    if ('id' in frame && typeof frame.id === 'string') this.acked.add(frame.id);
  }

  say(): void {
    this.#written += 1;
    const rest = this.#around.chance.happens(0.03) ? 'Au secours, il me frappe' : 'bonjour';
    this.client.send(markedText(this.name, `p${this.#life}`, this.#written, rest));
  }

  read(): void {
    const last = this.client.state().entries.at(-1);
    if (last !== undefined) this.client.markRead(last.seq);
  }

  /** The tab is loaded again: memory is gone, the cookie stays. */
  reload(): void {
    if (this.exited) return;
    this.#alive.value = false;
    this.voided = false;
    this.wire?.leave();
    this.client = this.#live();
  }

  end(): void {
    this.client.end();
  }

  quickExit(): void {
    this.exited = true;
    this.client.quickExit(newId());
    this.#alive.value = false;
    this.wire?.leave();
  }
}

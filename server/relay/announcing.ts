import type { Announcement } from '../../protocol/announcement.ts';
import type { ServiceInfo } from '../../protocol/http.ts';
import type { Core } from './core.ts';
import { encode } from './encode.ts';

/** How often what is announced is read again where nobody says that it changed: milliseconds. */
const READ_EVERY = 60_000;

/** Where what is announced is kept. */
export type AnnouncementPort = { readonly read: () => Promise<Announcement | null> };

/** Rule D8: what the service announces, from its first to its last moment, to everybody who is connected. */
export class Announcing {
  readonly #core: Core;
  readonly #port: AnnouncementPort | null;
  #kept: Announcement | null = null;
  #told: Announcement | null = null;
  #readAt: number;

  constructor(core: Core, port: AnnouncementPort | null) {
    this.#core = core;
    this.#port = port;
    this.#readAt = core.scheduler.elapsed();
  }

  /** What is announced now. */
  get current(): Announcement | null {
    const now = this.#core.clock();
    return this.#kept !== null && this.#kept.from <= now && now < this.#kept.until ? this.#kept : null;
  }

  /** The same as a part of what the page is told before the chat. */
  get shown(): Pick<ServiceInfo, 'announcement'> {
    const { current } = this;
    return current === null ? {} : { announcement: current };
  }

  /** Reads it anew, and tells everybody when it changed. */
  async refresh(): Promise<void> {
    if (this.#port === null) return;
    this.#readAt = this.#core.scheduler.elapsed();
    this.#kept = await this.#port.read();
    this.look();
  }

  /** Whether a moment passed at which it begins or ends. */
  look(): void {
    const { current } = this;
    if (JSON.stringify(current) !== JSON.stringify(this.#told)) {
      this.#told = current;
      const frame = this.#frame();
      for (const socket of this.#core.sockets) if (socket.greeted) socket.link.send(frame);
    }
    if (this.#core.scheduler.elapsed() - this.#readAt < READ_EVERY) return;
    this.refresh().catch((error: unknown) => {
      this.#core.log('warn', 'announcement-unread', {
        name: error instanceof Error ? error.name : 'unknown',
      });
    });
  }

  /** For whoever just said hello; nothing when there is nothing. */
  greet(link: { send(frame: string): void }): void {
    if (this.current !== null) link.send(this.#frame());
  }

  #frame(): string {
    return encode({ type: 'announcement', announcement: this.current });
  }
}

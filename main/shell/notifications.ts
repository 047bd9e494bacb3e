import { Notification } from 'electron';
import type { Id } from '../../protocol/ids.ts';
import type { Language } from '../../protocol/language.ts';
import type { Attention } from '../session/attention.ts';

/** What a notification says: that something happened and where, never what was written. */
const WORDS = {
  fr: {
    message: 'Nouveau message',
    colleague: 'Un collègue vous écrit',
    queue: 'Nouvelle conversation en attente',
    given: 'Une conversation vous est confiée',
    emergency: 'Urgence signalée',
    mail: 'Une réponse par e-mail est revenue',
  },
  en: {
    message: 'New message',
    colleague: 'A colleague writes to you',
    queue: 'New conversation waiting',
    given: 'A conversation is given to you',
    emergency: 'Emergency flagged',
    mail: 'An answer by e-mail came back',
  },
} as const satisfies Record<Language, Record<Attention['level'], string>>;

/** Bounded: a night's worth of notifications must not pile up in memory. */
const SHOWN_LIMIT = 20;

/** The system's notifications; a click shows the conversation. Sounds are the window's. */
export class Notifications {
  readonly #onClick: (conversation: Id) => void;
  readonly #shown: Notification[] = [];
  /** Conversations whose citizen was announced since the officer last looked. */
  readonly #announced = new Set<Id>();

  constructor(onClick: (conversation: Id) => void) {
    this.#onClick = onClick;
  }

  /** A citizen who writes five lines is announced once until the officer looks; everything else each time. */
  show(attention: Attention, language: Language): void {
    if (!Notification.isSupported()) return;
    if (attention.level === 'message') {
      if (this.#announced.has(attention.conversation)) return;
      this.#announced.add(attention.conversation);
    }
    const notification = new Notification({
      title: WORDS[language][attention.level],
      body: attention.reference,
      silent: true,
      urgency: attention.level === 'emergency' ? 'critical' : 'normal',
    });
    notification.on('click', () => this.#onClick(attention.conversation));
    // Kept, or it is collected and its click goes nowhere.
    this.#shown.push(notification);
    if (this.#shown.length > SHOWN_LIMIT) this.#shown.shift()?.close();
    notification.show();
  }

  /** The officer sees the desk: what they do not see afterwards is news again. */
  looked(): void {
    this.#announced.clear();
  }

  /** Nothing of an officer's conversations stays in the system's list after they left. */
  clear(): void {
    this.#announced.clear();
    for (const notification of this.#shown.splice(0)) notification.close();
  }
}

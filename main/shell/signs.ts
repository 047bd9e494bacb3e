import { app, type BrowserWindow } from 'electron';
import type { Language } from '../../protocol/language.ts';
import type { Presence } from '../../protocol/officer.ts';
import { countsOf } from '../session/counts.ts';
import type { DeskModel } from '../session/model.ts';
import type { Log } from '../session/surroundings.ts';
import { showBadge } from './badge.ts';
import { DeskTray } from './tray.ts';

/** Events come in bursts: the signs follow this long after the first, in milliseconds. */
const GATHER = 200;

export type SignsOptions = {
  readonly model: () => DeskModel;
  readonly window: () => BrowserWindow | null;
  readonly language: () => Language;
  readonly show: () => void;
  readonly presence: (presence: Presence) => void;
  readonly log: Log;
};

/** What the desk says outside its window: a number on the task bar, its state in the tray. */
export class Signs {
  readonly #options: SignsOptions;
  readonly #tray: DeskTray;
  #timer: NodeJS.Timeout | null = null;
  #shown = '';

  constructor(options: SignsOptions) {
    this.#options = options;
    const { show, presence, log } = options;
    this.#tray = new DeskTray({ show, presence, quit: () => app.quit() }, log);
  }

  /** Something changed: said outside in a moment, if it makes a difference there. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#say();
    }, GATHER);
  }

  #say(): void {
    const { model, window, language } = this.#options;
    const { state, heads, officer } = model();
    const counts = countsOf(heads.values(), officer, model());
    const shown = { counts, presence: state.presence, signedIn: officer !== null, language: language() };
    const key = JSON.stringify(shown);
    if (key === this.#shown) return;
    this.#shown = key;
    showBadge(window(), counts, shown.language);
    this.#tray.show(shown);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#tray.close();
  }
}

import { Menu, nativeImage, Tray } from 'electron';
import type { DeskState } from '../../protocol/ipc.ts';
import type { Language } from '../../protocol/language.ts';
import { PRESENCES, type Presence } from '../../protocol/officer.ts';
import type { Counts } from '../session/counts.ts';
import type { Log } from '../session/surroundings.ts';
import { type Colour, disc, numbered } from './icons.ts';
import { SIGNS } from './words.ts';

const SIZE = 32;
const RED: Colour = [179, 18, 32];
const WHITE: Colour = [255, 255, 255];
const COLOURS: Readonly<Record<DeskState['presence'], Colour>> = {
  available: [30, 122, 62],
  finishing: [30, 122, 62],
  break: [176, 104, 0],
  away: [110, 118, 130],
  offline: [110, 118, 130],
};

export type TrayActs = {
  readonly show: () => void;
  readonly quit: () => void;
  readonly presence: (presence: Presence) => void;
};

export type Shown = {
  readonly presence: DeskState['presence'];
  readonly signedIn: boolean;
  readonly counts: Counts;
  readonly language: Language;
};

function iconOf({ presence, counts }: Shown): Electron.NativeImage {
  const bitmap =
    counts.emergencies > 0
      ? numbered(SIZE, counts.emergencies, RED, WHITE)
      : disc(SIZE, COLOURS[presence], presence !== 'finishing' && presence !== 'offline');
  return nativeImage.createFromBitmap(bitmap, { width: SIZE, height: SIZE, scaleFactor: 2 });
}

/** State and counts beside the clock, where the platform has such a place; where it has none, nothing happens. */
export class DeskTray {
  readonly #acts: TrayActs;
  readonly #log: Log;
  #tray: Tray | null = null;
  #impossible = false;
  /** What icon and menu were made of. The system keeps much of a menu that was: it is made anew only where it differs. */
  #icon = '';
  #menu = '';

  constructor(acts: TrayActs, log: Log) {
    this.#acts = acts;
    this.#log = log;
  }

  show(shown: Shown): void {
    if (this.#impossible) return;
    try {
      const { presence, signedIn, counts, language } = shown;
      const words = SIGNS[language];
      const icon = [presence, counts.emergencies].join(' ');
      const menu = [presence, signedIn, language].join(' ');
      if (icon !== this.#icon) this.#showIcon(iconOf(shown));
      this.#tray?.setToolTip(signedIn ? words.state(presence, counts) : words.signedOut);
      if (menu !== this.#menu) this.#tray?.setContextMenu(this.#menuOf(shown));
      [this.#icon, this.#menu] = [icon, menu];
    } catch (error) {
      this.#impossible = true;
      this.#log('no-tray', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  #showIcon(icon: Electron.NativeImage): void {
    if (this.#tray === null) {
      this.#tray = new Tray(icon);
      this.#tray.on('click', this.#acts.show);
    } else this.#tray.setImage(icon);
  }

  #menuOf({ presence, signedIn, language }: Shown): Menu {
    const words = SIGNS[language];
    return Menu.buildFromTemplate([
      { label: words.open, click: this.#acts.show },
      { type: 'separator' },
      ...PRESENCES.map((each) => ({
        type: 'radio' as const,
        label: words.presences[each],
        checked: each === presence,
        enabled: signedIn,
        click: () => this.#acts.presence(each),
      })),
      { type: 'separator' },
      { label: words.quit, click: this.#acts.quit },
    ]);
  }

  close(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#impossible = true;
  }
}

import type { ElectronApplication, Page } from '@playwright/test';

/** What the badge counted, what the tray said, the notifications, and how many menus the tray was given. */
export type Said = {
  readonly badges: number[];
  readonly tips: string[];
  readonly notes: string[];
  menus: number;
};

/** From now on remembers what the desk says outside its window; the platform hears it as before. */
export async function listen(app: ElectronApplication): Promise<() => Promise<Said>> {
  await app.evaluate(({ app: application, Tray, Notification }) => {
    const said: Said = { badges: [], tips: [], notes: [], menus: 0 };
    Object.assign(globalThis, { said });
    const badge = application.setBadgeCount.bind(application);
    application.setBadgeCount = (count) => {
      said.badges.push(count ?? 0);
      return badge(count);
    };
    const tip = Tray.prototype.setToolTip;
    Tray.prototype.setToolTip = function (text) {
      said.tips.push(text);
      tip.call(this, text);
    };
    const menu = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function (made) {
      said.menus += 1;
      menu.call(this, made);
    };
    const show = Notification.prototype.show;
    Notification.prototype.show = function () {
      said.notes.push(`${this.title} ${this.body}`);
      show.call(this);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { said: Said }).said);
}

/**
 * The officer is in another program: only what the desk says outside its window reaches them. The screen is shared
 * with other tests' windows, whose coming and going gives this one the system's focus: that is not heard.
 */
export function lookAway(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    window.isFocused = () => false;
    const emit = window.emit.bind(window);
    window.emit = (event: string | symbol, ...rest: unknown[]) => event !== 'focus' && emit(event, ...rest);
    Object.assign(globalThis, { glance: () => emit('focus') });
  });
}

/** The officer who looked away has a look at the desk's window, and goes back to the other program. */
export function glance(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    (globalThis as unknown as { glance: () => void }).glance();
  });
}

/** From now on counts the tones that the window plays; they are heard as before. */
export async function hear(window: Page): Promise<() => Promise<number>> {
  await window.evaluate(() => {
    const create = AudioContext.prototype.createOscillator;
    Reflect.set(globalThis, 'tones', 0);
    AudioContext.prototype.createOscillator = function () {
      Reflect.set(globalThis, 'tones', Reflect.get(globalThis, 'tones') + 1);
      return create.call(this);
    };
  });
  return () => window.evaluate(() => Number(Reflect.get(globalThis, 'tones')));
}

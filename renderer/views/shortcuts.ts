import type { Catalogue } from '../i18n/catalogue.ts';

export type ShortcutId = Exclude<
  keyof Catalogue['shortcutNames'],
  'responses' | 'platforms' | 'stations' | 'send' | 'newLine' | 'lists'
>;

export type Shortcut = {
  readonly id: ShortcutId;
  /** As written on the keys. */
  readonly keys: string;
  /** `KeyboardEvent.code`: the same place on AZERTY and QWERTY for all the letters used here. */
  readonly code: string;
  /** Also with Shift: a key for what nobody must press by accident. */
  readonly shift?: boolean;
  readonly supervisor?: boolean;
};

/** All with Alt, so that none can be typed by accident in a text. Ctrl+F searches too, and Ctrl+K lists every act. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'takeNext', keys: 'Alt+P', code: 'KeyP' },
  { id: 'nextUnread', keys: 'Alt+↓', code: 'ArrowDown' },
  { id: 'nextWaiting', keys: 'Alt+⇧+↓', code: 'ArrowDown', shift: true },
  { id: 'emergency', keys: 'Alt+U', code: 'KeyU' },
  { id: 'focusQueue', keys: 'Alt+1', code: 'Digit1' },
  { id: 'focusMine', keys: 'Alt+2', code: 'Digit2' },
  { id: 'focusComposer', keys: 'Alt+3', code: 'Digit3' },
  { id: 'focusContext', keys: 'Alt+4', code: 'Digit4' },
  { id: 'focusNotices', keys: 'Alt+5', code: 'Digit5' },
  { id: 'noteMode', keys: 'Alt+N', code: 'KeyN' },
  { id: 'search', keys: 'Alt+F', code: 'KeyF' },
  { id: 'close', keys: 'Alt+C', code: 'KeyC' },
  { id: 'closeNext', keys: 'Alt+⇧+C', code: 'KeyC', shift: true },
  { id: 'undoClose', keys: 'Alt+R', code: 'KeyR' },
  { id: 'pass', keys: 'Alt+T', code: 'KeyT' },
  { id: 'consult', keys: 'Alt+D', code: 'KeyD' },
  { id: 'handOver', keys: 'Alt+⇧+S', code: 'KeyS', shift: true },
  { id: 'focusView', keys: 'Alt+V', code: 'KeyV' },
  { id: 'toggleContext', keys: 'Alt+X', code: 'KeyX' },
  { id: 'toggleBoard', keys: 'Alt+B', code: 'KeyB', supervisor: true },
  { id: 'toggleContent', keys: 'Alt+E', code: 'KeyE' },
];

type Keys = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code' | 'key'>;

function isControlKey({ altKey, ctrlKey, metaKey, shiftKey, code }: Keys, wanted: string): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && code === wanted;
}

/**
 * The shortcut a key press means, or null. `?` works wherever nothing is being typed, unless it was turned off; F1
 * everywhere.
 */
export function shortcutFor(event: Keys, typing: boolean, questionKey = true): ShortcutId | null {
  if (event.key === 'F1') return 'shortcuts';
  if (event.key === '?' && questionKey && !typing && !event.ctrlKey && !event.metaKey) return 'shortcuts';
  if (isControlKey(event, 'KeyF')) return 'search';
  if (isControlKey(event, 'KeyK')) return 'palette';
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  const meant = SHORTCUTS.find(
    ({ code, shift }) => code === event.code && (shift ?? false) === event.shiftKey,
  );
  return meant?.id ?? null;
}

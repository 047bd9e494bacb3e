import type { Head } from '../../../protocol/head.ts';
import { type OfficerSelf, PRESENCES } from '../../../protocol/officer.ts';
import { subjectText } from '../../format/masked.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { indexOf, search } from '../../search/fuzzy.ts';
import type { Desk } from '../../stores/desk.ts';
import {
  awaitingOf,
  consultedOf,
  deferredOf,
  findHead,
  flaggedOf,
  heldBy,
  historyOf,
  queueOf,
} from '../../stores/heads.ts';
import { nextUnread, nextWaiting } from '../../stores/next.ts';
import { isPassing } from '../../stores/notices.ts';
import type { View } from '../../stores/view.ts';
import { ACTS } from '../acts.ts';
import { mayChange } from '../context/rights.ts';
import { focusPlace } from '../focus.ts';
import { SHORTCUTS, type ShortcutId } from '../shortcuts.ts';

export const SECTIONS = ['acts', 'conversations', 'presence', 'desk'] as const;
export type Section = (typeof SECTIONS)[number];

/** Something the palette can do. */
export type PaletteItem = {
  readonly id: string;
  readonly section: Section;
  readonly label: string;
  /** Besides the label: what else it is found by, shown beside it. */
  readonly detail: string;
  /** Its shortcut, as written on the keys. */
  readonly keys: string | null;
  /** Nothing to act on now: not offered, but found by those who look for it, so that their letters find nothing else. */
  readonly idle: boolean;
  readonly run: (desk: Desk) => void;
};

/** What is decided with the relay: out of its reach these say so instead of their keys. */
const FOR_RELAY: ReadonlySet<string> = new Set([
  'takeNext',
  'close',
  'closeNext',
  'pass',
  'consult',
  'handOver',
  'take',
  'park',
  'release',
  'flag',
]);

/** Whether this cannot be done now because the relay is out of reach. */
export function waitsForRelay({ id }: PaletteItem, { state }: View): boolean {
  return state?.connection !== 'online' && FOR_RELAY.has(id);
}

/** What is shown at once, and how many closed conversations are looked through. */
const SHOWN = 60;
const CLOSED = 200;

/** Shortcuts that say where something is on the desk rather than do something. */
const PLACES: ReadonlySet<string> = new Set([
  'focusQueue',
  'focusMine',
  'focusComposer',
  'focusContext',
  'focusNotices',
]);
/** What makes sense for the conversation on screen only. */
const ABOUT_ONE: ReadonlySet<string> = new Set(['pass', 'consult', 'close', 'closeNext', 'noteMode']);

/** Of those that the same word finds it is the one meant: whoever types "passer" has somebody to pass it to. */
const MEANT: ShortcutId = 'pass';

function item(
  section: Section,
  id: string,
  label: string,
  run: PaletteItem['run'],
  more: Partial<Pick<PaletteItem, 'detail' | 'keys' | 'idle'>> = {},
): PaletteItem {
  return { id, section, label, detail: '', keys: null, idle: false, run, ...more };
}

/** Its keys do it at once. What a few letters found asks first: nothing brings back what was handed over. */
function handOverItem({ dialogs }: Catalogue, keys: string): PaletteItem {
  const { open, openHelp: detail } = dialogs.handOver;
  return item('acts', 'handOver', open, (desk) => desk.openPanel({ kind: 'hand-over' }), { keys, detail });
}

/** Those that need something to act on, and whether there is. */
const TO_ACT_ON: Partial<Record<ShortcutId, (view: View) => boolean>> = {
  takeNext: ({ heads }) => awaitingOf(heads.open).length > 0,
  nextUnread: (view) => nextUnread(view) !== null,
  nextWaiting: (view) => nextWaiting(view) !== null,
  emergency: ({ heads }) => flaggedOf(heads.open).length > 0,
  undoClose: ({ closing }) => closing.size > 0,
  focusComposer: ({ selection }) => selection.current !== null,
  focusContext: ({ selection }) => selection.current !== null,
  focusNotices: ({ notices }) => notices.some(({ content }) => !isPassing(content)),
};

function shortcutItems(view: View, self: OfficerSelf, current: Head | null, text: Catalogue): PaletteItem[] {
  const changeable = current !== null && mayChange(current, self);
  return SHORTCUTS.filter(({ id, supervisor }) => {
    if (id === 'palette' || (supervisor === true && self.role !== 'supervisor')) return false;
    return changeable || !ABOUT_ONE.has(id);
  }).map(({ id, keys }) => {
    if (id === 'handOver') return handOverItem(text, keys);
    return item(
      PLACES.has(id) ? 'desk' : 'acts',
      id,
      text.shortcutNames[id],
      (desk) => ACTS[id](desk, self),
      {
        keys,
        detail: ABOUT_ONE.has(id) ? (current?.reference ?? '') : '',
        idle: TO_ACT_ON[id]?.(view) === false,
      },
    );
  });
}

/** Acts on the conversation on screen that have no key of their own. */
function currentItems(self: OfficerSelf, head: Head | null, text: Catalogue): PaletteItem[] {
  if (head === null || head.status === 'closed') return [];
  const { actions, emergency } = text.context;
  const { conversation, reference } = head;
  const mine = head.holder?.officer === self.officer;
  const about = { detail: reference };
  const found: PaletteItem[] = [];
  if (head.status === 'waiting' || head.status === 'deferred') {
    found.push(item('acts', 'take', actions.take, (desk) => void desk.take(conversation), about));
  }
  if (mine && head.left === null && head.deferral == null) {
    const parked = head.status === 'parked';
    found.push(
      item(
        'acts',
        'park',
        parked ? actions.resume : actions.park,
        (desk) => void desk.run({ kind: parked ? 'resume' : 'park', conversation }),
        about,
      ),
    );
  }
  if (mine && (head.left === null || head.deferral != null)) {
    found.push(
      item(
        'acts',
        'release',
        actions.release,
        (desk) => desk.openPanel({ kind: 'release', conversation }),
        about,
      ),
    );
  }
  if (head.emergency !== 'flagged' && (mayChange(head, self) || head.status === 'waiting')) {
    found.push(
      item(
        'acts',
        'flag',
        emergency.flag,
        (desk) => void desk.run({ kind: 'flag-emergency', conversation }),
        about,
      ),
    );
  }
  return found;
}

function conversationItems(view: View, self: OfficerSelf, text: Catalogue): PaletteItem[] {
  const { lists } = text;
  const open = [
    ...heldBy(view.heads.open, self.officer),
    ...consultedOf(view.heads.open, self.officer),
    ...queueOf(view.heads.open),
    ...deferredOf(view.heads.open, self.officer),
  ];
  const all = new Map(
    [...open, ...historyOf(view.heads.closed).slice(0, CLOSED)].map((head) => [head.conversation, head]),
  );
  return [...all.values()].map((head) =>
    item(
      'conversations',
      head.conversation,
      head.reference,
      (desk) => {
        desk.select(head.conversation);
        focusPlace('composer');
      },
      { detail: `${subjectText(head.subject, text)} · ${lists.states[head.status]}` },
    ),
  );
}

function deskItems(self: OfficerSelf, text: Catalogue): PaletteItem[] {
  const { shell, dialogs, lists } = text;
  return [
    ...PRESENCES.map((presence) =>
      item(
        'presence',
        `presence-${presence}`,
        shell.presence.names[presence],
        (desk) => desk.setPresence(presence),
        { detail: shell.presence.label },
      ),
    ),
    ...(self.role === 'supervisor'
      ? [
          item('desk', 'groups', text.colleagues.groups.manage, (desk) => desk.openPanel({ kind: 'groups' })),
          item('desk', 'blocks', text.personal.blocks.title, (desk) => desk.openPanel({ kind: 'blocks' })),
        ]
      : []),
    ...(self.role === 'supervisor'
      ? (['desk', 'board'] as const).map((name) =>
          item('desk', `view-${name}`, shell.views[name], (desk) => desk.changeSelection({ view: name })),
        )
      : []),
    item('desk', 'history', lists.history.title, (desk) => {
      desk.changeSelection({ view: 'desk', pane: 'lists', tab: 'history' });
      focusPlace('mine');
    }),
    item('desk', 'settings', shell.settings, (desk) => desk.openPanel({ kind: 'settings' })),
    item('desk', 'shortcuts', shell.shortcuts, (desk) => desk.openPanel({ kind: 'shortcuts' }), {
      keys: '?',
    }),
    item('desk', 'sign-out', dialogs.settings.signOut, (desk) => desk.signOut(false)),
  ];
}

/** Everything this officer can do now: what concerns the conversation on screen first. */
export function paletteItems(view: View, self: OfficerSelf, text: Catalogue): readonly PaletteItem[] {
  const current = findHead(view.heads, view.selection.current);
  return [
    ...shortcutItems(view, self, current, text),
    ...currentItems(self, current, text),
    ...conversationItems(view, self, text),
    ...deskItems(self, text),
  ];
}

/** Those in which every typed word is found, spelling mistakes forgiven; for nothing typed all that can be done now. */
export function findItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  if (query.trim() === '') return items.filter(({ idle }) => !idle).slice(0, SHOWN);
  const index = indexOf(items, ({ id, label, detail, keys }) => [
    [label, id === MEANT ? 1.05 : 1],
    [detail, 0.8],
    [keys ?? '', 0.5],
  ]);
  return search(index, query, SHOWN);
}

/** Found items under their sections, the section of the best first. */
export function bySection(
  items: readonly PaletteItem[],
): readonly (readonly [Section, readonly PaletteItem[]])[] {
  const sections = new Map<Section, PaletteItem[]>();
  for (const each of items) {
    const known = sections.get(each.section);
    if (known === undefined) sections.set(each.section, [each]);
    else known.push(each);
  }
  return [...sections];
}

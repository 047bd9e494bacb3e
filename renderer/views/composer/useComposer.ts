import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { CannedResponse } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { writtenFor } from '../../../protocol/language.ts';
import { fallbackFor, isBlocked } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import type { Station } from '../../../protocol/station.ts';
import { platformAsText } from '../../search/content.ts';
import { type FilledResponse, filledResponse } from '../../search/filling.ts';
import { stationAsText } from '../../search/stations.ts';
import { caretIn, replaceTrigger, type Sign, type Trigger, triggerAt } from '../../search/trigger.ts';
import { knownPlatform, lastPlatform } from '../../stores/cards.ts';
import { type ComposerMode, EMPTY_COMPOSER } from '../../stores/drafts.ts';
import { useDesk, useSelf, useView } from '../provider.ts';
import type { PickerHandle } from './Picker.tsx';

export type ComposerHandles = {
  readonly mode: ComposerMode;
  /** What is written to the citizen here is an e-mail. */
  readonly email: boolean;
  readonly value: string;
  readonly empty: boolean;
  readonly attached: Platform | null;
  readonly station: Station | null;
  readonly suggested: readonly string[];
  readonly trigger: Trigger | null;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly picker: RefObject<PickerHandle | null>;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Looks whether the caret stands in something being looked for. */
  readonly look: () => void;
  readonly closePicker: () => void;
  readonly begin: (sign: Sign) => void;
  readonly fill: (response: CannedResponse) => FilledResponse;
  readonly chooseResponse: (response: CannedResponse) => void;
  readonly choosePlatform: (platform: Platform) => void;
  readonly chooseStation: (station: Station) => void;
  readonly attach: (platform: string | null) => void;
  readonly detachStation: () => void;
  readonly send: (byButton: boolean) => void;
};

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
}

/** An e-mail has paragraphs, and leaves once: Enter is a new line there. */
function sends(event: KeyboardEvent, email: boolean): boolean {
  if (!email) return isPlainEnter(event);
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
}

/** What the composer of one conversation holds and does. `mayWrite` false: notes only. */
export function useComposer(head: Head, mayWrite: boolean): ComposerHandles {
  const desk = useDesk();
  const self = useSelf();
  const { conversation } = head;
  const composed = useView((view) => view.drafts.get(conversation) ?? EMPTY_COMPOSER);
  const content = useView((view) => view.content);
  const mode: ComposerMode = mayWrite ? composed.mode : 'note';
  const email = head.deferral != null && mode === 'message';
  /** No card goes with it. */
  const textAlone = mode === 'note' || email;
  const value = mode === 'note' ? composed.note : composed.message;
  const platform = useView((view) => knownPlatform(view, composed.platform));
  const last = useView((view) => lastPlatform(view, conversation));
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<PickerHandle>(null);
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [suggested, setSuggested] = useState<readonly string[]>([]);
  const caretAfter = useRef<readonly [start: number, end: number] | null>(null);

  // After a text was put in, the caret goes where the next word is expected.
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    area.current?.setSelectionRange(...caretAfter.current);
    caretAfter.current = null;
  });

  // Given the conversation by a colleague, or the citizen come back, while the note field was under the hands: what is
  // typed stays a note until the officer says otherwise. Before the next key can come. An answer by e-mail that came back
  // is another matter: it is written anew, and no Enter sends it.
  const could = useRef(mayWrite);
  const byEmail = head.deferral != null;
  useLayoutEffect(() => {
    const isTaken = mayWrite && desk.endTake(conversation);
    if (mayWrite && !could.current && !byEmail) {
      const { mode, note } = desk.store.getState().drafts.get(conversation) ?? EMPTY_COMPOSER;
      // Whoever takes it is to answer. A note that left does not keep its mode, which nobody chose; one that was begun does.
      if (!isTaken || (mode === 'note' && /\S/u.test(note))) desk.keepNote(conversation);
      else if (mode === 'note') desk.setMode(conversation, 'message');
    }
    could.current = mayWrite;
  }, [mayWrite, byEmail, desk, conversation]);

  function onText(text: string): void {
    // Notes without the right to write to the citizen: the text is a note's, whatever mode was left on.
    if (mode !== composed.mode) desk.setMode(conversation, mode);
    desk.type(conversation, text);
  }

  function look(): void {
    const { current } = area;
    const found =
      current === null || mode === 'note' ? null : triggerAt(current.value, current.selectionStart);
    setTrigger(found);
  }

  function put(replacement: string): void {
    const { current } = area;
    if (trigger === null || current === null) return;
    const { text, caret } = replaceTrigger(value, current.selectionStart, trigger, replacement);
    const place = /\{[a-z]+\}/.exec(text);
    caretAfter.current = place === null ? [caret, caret] : [place.index, place.index + place[0].length];
    onText(text);
    setTrigger(null);
    current.focus();
  }

  function fill(response: CannedResponse): FilledResponse {
    const { now } = desk.clock.getState();
    const attached = textAlone ? { platform: null, station: null } : { platform, station: composed.station };
    return filledResponse(response, { self, head, cards: { ...attached, last }, now });
  }

  /** Puts or takes away a card; the caret keeps its words where the text says something else by it. */
  function changingCards(change: () => void): void {
    const message = () => desk.store.getState().drafts.get(conversation)?.message ?? '';
    const before = message();
    const caret = caretAfter.current?.[1] ?? area.current?.selectionStart ?? before.length;
    change();
    const after = message();
    if (after !== before) {
      const moved = caretIn(before, after, caret);
      caretAfter.current = [moved, moved];
    }
    area.current?.focus();
  }

  function attach(id: string | null): void {
    changingCards(() => desk.attach(conversation, id));
    setSuggested([]);
  }

  function attachStation(station: Station | null): void {
    changingCards(() => desk.attachStation(conversation, station));
  }

  /** In an e-mail a platform is what it says and where it is, in words: cards are the page's. Empty for a blocked one. */
  function inWords(chosen: Platform): string {
    const admitted = desk.admitPlatform(chosen);
    return admitted === null ? '' : platformAsText(admitted, writtenFor(head.language));
  }

  function insertAtEnd(text: string): void {
    const next = value.trim() === '' ? text : `${value.trimEnd()}\n\n${text}`;
    caretAfter.current = [next.length, next.length];
    onText(next);
    setSuggested([]);
    area.current?.focus();
  }

  function send(byButton: boolean): void {
    setTrigger(null);
    setSuggested([]);
    void desk.send(conversation, byButton, mode);
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.repeat && event.key === 'Enter' && (trigger !== null || sends(event, email))) {
      // Held a moment too long after it chose something from the list, it must not send the text as well.
      event.preventDefault();
    } else if (trigger !== null && picker.current?.onKey(event.key) === true) {
      event.preventDefault();
    } else if (event.key === 'Escape' && trigger !== null) {
      event.preventDefault();
      setTrigger(null);
    } else if (sends(event, email)) {
      event.preventDefault();
      send(false);
    }
  }

  function begin(sign: Sign): void {
    const { current } = area;
    if (current === null) return;
    const before = value.slice(0, current.selectionStart);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    const next = before + gap + sign;
    caretAfter.current = [next.length, next.length];
    onText(next + value.slice(current.selectionStart));
    setTrigger(triggerAt(next, next.length));
    current.focus();
  }

  return {
    mode,
    email,
    value,
    empty: !/\S/u.test(value) && (textAlone || (composed.platform === null && composed.station === null)),
    attached: textAlone ? null : platform,
    station: textAlone ? null : composed.station,
    suggested: mode === 'note' ? [] : suggested,
    trigger,
    area,
    picker,
    onText(text) {
      onText(text);
      look();
    },
    onKeyDown,
    look,
    closePicker: () => setTrigger(null),
    begin,
    fill,
    chooseResponse(response) {
      const filled = fill(response);
      if (!desk.admitResponse(conversation, response, filled)) return;
      put(filled.text);
      setSuggested(response.platforms ?? []);
    },
    choosePlatform(chosen) {
      put(email ? inWords(chosen) : '');
      if (!email) attach(chosen.id);
      // A blocked one was not attached: what goes instead stands right under the text.
      const instead = content !== null && isBlocked(content, chosen) ? fallbackFor(content, chosen) : null;
      if (instead !== null) setSuggested([instead.id]);
    },
    chooseStation(chosen) {
      // As for a platform: in words in an e-mail, a card elsewhere.
      put(email ? stationAsText(chosen, writtenFor(head.language)) : '');
      if (!email) attachStation(chosen);
    },
    detachStation() {
      attachStation(null);
    },
    attach(id) {
      const chosen = email
        ? desk.store.getState().content?.platforms.find((each) => each.id === id)
        : undefined;
      if (chosen === undefined) attach(id);
      else insertAtEnd(inWords(chosen));
    },
    send,
  };
}

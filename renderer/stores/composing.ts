import { type CannedResponse, isExpired, parisDay, unfilledIn } from '../../protocol/canned.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { writtenFor } from '../../protocol/language.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fallbackFor, isBlocked, sendableCard } from '../../protocol/link-health.ts';
import { findPersonal, type PersonalKind } from '../../protocol/personal.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Station } from '../../protocol/station.ts';
import { dayInWords } from '../format/time.ts';
import { refilled, withPlaces } from '../search/card-places.ts';
import { platformName, responseTitle } from '../search/content.ts';
import { cardValues, type FilledResponse } from '../search/filling.ts';
import { knownPlatform, lastPlatform } from './cards.ts';
import { createCarrying } from './carrying.ts';
import { type DeskContext, notify, relayNow, update } from './context.ts';
import {
  type ComposerMode,
  type ComposerText,
  changeDraft,
  draftOf,
  EMPTY_COMPOSER,
  responsesIn,
  withResponse,
} from './drafts.ts';
import { guardSend } from './guard.ts';
import { typedInto } from './hands.ts';
import { findHead } from './heads.ts';

const SAVE_AFTER = 400;
const TYPING_EVERY = 3_000;

export type Composing = {
  /** The officer typed: the text of the given mode changes and the draft is saved a little later. */
  readonly type: (conversation: Id, text: string) => void;
  readonly setMode: (conversation: Id, mode: ComposerMode) => void;
  /** Stays with the note where the citizen may be written to from now on, and says so. */
  readonly keepNote: (conversation: Id) => void;
  /** Puts a card to the answer, or takes it away; what the text says of it goes with it. One whose link is dead or altered is refused with a sentence. */
  readonly attach: (conversation: Id, platform: string | null) => void;
  /**
   * A platform as it may be put into words, for an e-mail: without its link where that is bad and the number stands by
   * itself. Null, with a sentence, where it may not be sent at all (rule K1).
   */
  readonly admitPlatform: (platform: Platform) => Platform | null;
  /** Puts a station's card to the answer, or takes it away. */
  readonly attachStation: (conversation: Id, station: Station | null) => void;
  /**
   * Whether a response may be put into the message, as `filled`; one whose last day is over is refused with a
   * sentence. Shared ones are counted when the message is sent. What it says of cards follows the cards attached
   * from then on.
   */
  readonly admitResponse: (
    conversation: Id,
    response: CannedResponse,
    filled: Pick<FilledResponse, 'text' | 'places'>,
  ) => boolean;
  /**
   * Sends what the composer of `conversation` shows: where nobody may write to the citizen, the note, whatever mode it
   * was left in. False when it was refused; the text then stays.
   */
  readonly send: (conversation: Id, byButton: boolean, shown?: ComposerMode) => Promise<boolean>;
  /** Sends it in spite of the warning that it holds personal data of another conversation (rule V3). */
  readonly sendAnyway: (conversation: Id) => Promise<boolean>;
  readonly dismissWarning: (conversation: Id) => void;
  /** Has a draft saved a little later. */
  readonly keepDraft: (conversation: Id) => void;
  /** Saves drafts that still wait to be saved. */
  readonly flush: () => void;
  /** Forgets the drafts that wait to be saved for destroyed conversations. */
  readonly forget: (conversations: readonly Id[]) => void;
};

type Cards = Partial<Pick<ComposerText, 'platform' | 'station'>>;
type Run = (command: Command) => Promise<boolean>;

export function createComposing(context: DeskContext, run: Run): Composing {
  const { bridge, store, hands } = context;
  const carrying = createCarrying(context);
  const unsaved = new Set<Id>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let typingSaid = { conversation: '', at: 0 };

  function textOf(conversation: Id): ComposerText {
    return store.getState().drafts.get(conversation) ?? EMPTY_COMPOSER;
  }

  function change(conversation: Id, part: Partial<ComposerText>): void {
    update(context, (view) => ({ ...view, drafts: changeDraft(view.drafts, conversation, part) }));
  }

  /** Changes the cards that leave with the message, and what its responses say of them: never the card before. */
  function putCards(conversation: Id, cards: Cards): void {
    const view = store.getState();
    const { message, places, platform, station } = { ...textOf(conversation), ...cards };
    const language = writtenFor(findHead(view.heads, conversation)?.language ?? 'fr');
    const last = lastPlatform(view, conversation);
    const values = cardValues({ platform: knownPlatform(view, platform), last, station }, language);
    const { text, places: kept } = refilled(message, places, values);
    change(conversation, { ...cards, message: text, places: kept });
    save(conversation);
  }

  /** A card is put in by the hands, as letters are. */
  function putIn(conversation: Id, card: Cards): void {
    typedInto(hands, conversation, context.elapsed());
    putCards(conversation, card);
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const conversation of unsaved) {
      if (context.lookedAfter.has(conversation)) change(conversation, { later: true });
      const draft = draftOf(conversation, textOf(conversation));
      bridge.request('draft', draft).catch(() => notify(context, { kind: 'failed' }));
    }
    unsaved.clear();
  }

  function save(conversation: Id): void {
    unsaved.add(conversation);
    timer ??= setTimeout(flush, SAVE_AFTER);
  }

  function sayTyping(conversation: Id): void {
    const now = context.elapsed();
    if (typingSaid.conversation === conversation && now - typingSaid.at < TYPING_EVERY) return;
    typingSaid = { conversation, at: now };
    bridge.request('typing', { conversation }).catch(() => undefined);
  }

  function type(conversation: Id, text: string): void {
    const { mode } = textOf(conversation);
    typedInto(hands, conversation, context.elapsed());
    carrying.dismiss(conversation);
    const made = text === '' ? { responses: [], places: [] } : {};
    change(conversation, mode === 'note' ? { note: text } : { message: text, ...made });
    save(conversation);
    if (mode === 'message' && text !== '' && !isDeferred(conversation)) sayTyping(conversation);
  }

  /** Whether what is written to this citizen is an e-mail: nobody is at the other end of the chat. */
  function isDeferred(conversation: Id): boolean {
    return findHead(store.getState().heads, conversation)?.deferral != null;
  }

  /** Why this text may not leave, told to the officer. */
  function isSendable(text: string, mode: ComposerMode): boolean {
    const missing = mode === 'message' ? unfilledIn(text) : [];
    if (missing.length > 0) {
      notify(context, { kind: 'missing-variables', names: missing });
      return false;
    }
    if (text.length <= LIMITS.textCharacters) return true;
    notify(context, { kind: 'too-long' });
    return false;
  }

  /** Rule K1, before the relay says it. A card that the desk does not know is the relay's to judge. */
  function isCardSendable(id: string | null): boolean {
    const { content, settings } = store.getState();
    const platform = content?.platforms.find((one) => one.id === id);
    if (content === null || platform === undefined || !isBlocked(content, platform)) return true;
    const { language } = settings;
    const instead = fallbackFor(content, platform);
    const fallback = instead === null ? null : platformName(instead, language);
    notify(context, { kind: 'link-blocked', name: platformName(platform, language), fallback });
    return false;
  }

  function passesGuard(conversation: Id, byButton: boolean): boolean {
    const { selection, heads } = store.getState();
    const now = context.elapsed();
    const { typedIn, typedAt, focusedAt, leftIn, leftAt } = hands;
    const left = leftIn === null ? EMPTY_COMPOSER : textOf(leftIn);
    const intent = {
      composedFor: conversation,
      typedIn,
      typedAt,
      brokeOffAt: left[left.mode] === '' ? null : leftAt,
      focusedAt,
      shown: selection.current,
      shownSince: selection.shownSince,
      now,
      byButton,
    };
    const verdict = guardSend(intent);
    if (verdict === 'send') return true;
    // Having read the sentence, a second Enter is meant.
    Object.assign(hands, { typedIn: selection.current, typedAt: now, leftIn: null, focusedAt: null });
    const reference = findHead(heads, selection.current)?.reference ?? '';
    notify(context, { kind: verdict, reference });
    return false;
  }

  /** Gives back what could not leave, before what was typed since. */
  function giveBack(
    conversation: Id,
    { mode, message, note, responses, places, ...cards }: ComposerText,
  ): void {
    // Destroyed meanwhile: nothing of it comes back.
    if (findHead(store.getState().heads, conversation) === null) return;
    const since = textOf(conversation);
    const whole = (text: string, rest: string) => (rest === '' ? text : `${text}\n${rest}`);
    if (mode === 'note') {
      change(conversation, { note: whole(note, since.note), mode });
    } else {
      change(conversation, { message: whole(message, since.message), responses, places, ...cards });
    }
    save(conversation);
  }

  /** Empties the composer at once, so that what is typed while the answer is on its way begins a new text. */
  function takeOut(conversation: Id, mode: ComposerMode): void {
    // The mode stays: a second internal remark must not go to the citizen because the first one was sent.
    const taken =
      mode === 'note'
        ? { note: '' }
        : { message: '', platform: null, station: null, responses: [], places: [] };
    change(conversation, taken);
    save(conversation);
    update(context, (view) => ({ ...view, selection: { ...view.selection, newAfter: null } }));
  }

  /** What the composer holds, as what would leave: in an e-mail a platform or a station is part of the text. */
  function leaving(conversation: Id, composed: ComposerText) {
    const { mode, platform, station } = composed;
    const alone = { platform: null, station: null };
    if (mode === 'note') return { kind: mode, text: composed.note, ...alone } as const;
    if (isDeferred(conversation)) return { kind: 'email', text: composed.message, ...alone } as const;
    return { kind: mode, text: composed.message, platform, station } as const;
  }

  /** What leaves with the text; null when it does not leave. A promise only where something must be looked up. */
  function carriesOf(conversation: Id, composed: ComposerText, anyway: boolean) {
    const { kind, text } = leaving(conversation, composed);
    // A note stays among officers. Most texts hold nothing of the kind.
    if (kind === 'note' || findPersonal(text).length === 0) return [];
    return carrying.check(conversation, text, anyway);
  }

  function mayLeave(conversation: Id, byButton: boolean, composed: ComposerText): boolean {
    const { text, platform, station } = leaving(conversation, composed);
    if (!/\S/u.test(text) && platform === null && station === null) return false;
    if (!passesGuard(conversation, byButton) || !isSendable(text, composed.mode)) return false;
    return isCardSendable(platform);
  }

  /** What a text's command tells besides the text: of a note, nothing. */
  function besideOf(composed: ComposerText, carries: readonly PersonalKind[]) {
    const used = composed.mode === 'note' ? [] : responsesIn(composed);
    return {
      ...(carries.length > 0 ? { carries: [...carries] } : {}),
      ...(used.length > 0 ? { responses: used } : {}),
    };
  }

  async function send(conversation: Id, byButton: boolean, anyway: boolean): Promise<boolean> {
    const composed = textOf(conversation);
    const { mode } = composed;
    if (!mayLeave(conversation, byButton, composed)) return false;
    const { kind, text, ...cards } = leaving(conversation, composed);
    const found = carriesOf(conversation, composed, anyway);
    const carries = found instanceof Promise ? await found : found;
    // Sent or changed meanwhile: what was looked at is not what would leave.
    if (carries === null || textOf(conversation) !== composed) return false;
    takeOut(conversation, mode);
    const hasText = /\S/u.test(text);
    if (hasText && !(await run({ kind, conversation, text, ...besideOf(composed, carries) }))) {
      giveBack(conversation, composed);
      return false;
    }
    const sent = await sendCards(conversation, cards);
    // It stands in the outbox: after a crash it must not stand in the composer as well. What was typed meanwhile does.
    flush();
    return sent;
  }

  /** The cards that go after the text; one that could not leave stays, and what was to follow it. */
  async function sendCards(
    conversation: Id,
    { platform, station }: Pick<ComposerText, 'platform' | 'station'>,
  ): Promise<boolean> {
    if (platform !== null && !(await run({ kind: 'redirection', conversation, platform }))) {
      putCards(conversation, { platform, station });
      return false;
    }
    if (station === null || (await run({ kind: 'station', conversation, station: station.id }))) return true;
    putCards(conversation, { station });
    return false;
  }

  function forget(conversations: readonly Id[]): void {
    for (const id of conversations) unsaved.delete(id);
    if (hands.typedIn !== null && conversations.includes(hands.typedIn)) hands.typedIn = null;
    if (hands.leftIn !== null && conversations.includes(hands.leftIn)) hands.leftIn = null;
  }

  function setMode(conversation: Id, mode: ComposerMode): void {
    change(conversation, { mode });
    save(conversation);
  }

  return {
    type,
    setMode,
    keepNote(conversation) {
      setMode(conversation, 'note');
      const reference = findHead(store.getState().heads, conversation)?.reference ?? '';
      notify(context, { kind: 'note-kept', reference });
    },
    attach(conversation, platform) {
      if (isCardSendable(platform)) putIn(conversation, { platform });
    },
    admitPlatform(platform) {
      const { content } = store.getState();
      if (!isCardSendable(platform.id)) return null;
      return content === null ? platform : sendableCard(content, platform);
    },
    attachStation: (conversation, station) => putIn(conversation, { station }),
    admitResponse(conversation, response, { text, places }) {
      const { settings, personal } = store.getState();
      const { validUntil: until } = response;
      if (until !== undefined && isExpired(response, parisDay(relayNow(context)))) {
        const title = responseTitle(response, settings.language);
        notify(context, { kind: 'response-expired', title, until: dayInWords(until, settings.language) });
        return false;
      }
      const composed = textOf(conversation);
      change(conversation, {
        places: withPlaces(composed.places, places),
        ...(personal.includes(response) ? {} : { responses: withResponse(composed, response.id, text) }),
      });
      return true;
    },
    send(conversation, byButton, shown = textOf(conversation).mode) {
      if (shown !== textOf(conversation).mode) change(conversation, { mode: shown });
      return send(conversation, byButton, false);
    },
    sendAnyway: (conversation) => send(conversation, true, true),
    dismissWarning: carrying.dismiss,
    keepDraft: save,
    flush,
    forget,
  };
}

import type { RefusalCode } from '../../../protocol/errors.ts';
import type { ServiceInfo } from '../../../protocol/http.ts';
import type { Id } from '../../../protocol/ids.ts';
import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { ReturnToConversation } from '../../../protocol/return-phrase.ts';
import type { Satisfaction } from '../../../protocol/satisfaction.ts';
import { mayAsk } from '../client/asking.ts';
import type { CitizenClient } from '../client/client.ts';
import { isSilent } from '../client/state.ts';
import { type SubjectId, subjectInJournal } from '../i18n/subjects.ts';
import type { Texts } from '../i18n/texts.ts';
import type { EmbeddedService } from '../wire/schemas.ts';
import type { Answer, Api } from './api.ts';
import type { AppState, Problem } from './app-state.ts';

export type App = {
  readonly state: () => AppState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the relay whether this browser's cookie has a conversation, and shows it or the home screen. */
  readonly start: () => Promise<void>;
  readonly chooseSubject: (subject: SubjectId | null) => void;
  /** False: the words of that language could not be had, the page speaks on as before. */
  readonly setLanguage: (language: CitizenLanguage) => Promise<boolean>;
  readonly refreshService: () => Promise<void>;
  /** `deferring`: to leave a question and an address, not to chat. */
  readonly showTerms: (deferring?: boolean) => Promise<void>;
  /** Shows the form for an answer by e-mail, or the queue again. */
  readonly setDeferring: (deferring: boolean) => void;
  /** "I cannot write freely", or "I can again", before the chat or in it. */
  readonly setSilent: (silent: boolean) => void;
  readonly accept: () => Promise<void>;
  /** Shows the way back to a conversation that was left in a hurry. */
  readonly showReturning: () => void;
  /** Takes it; null when it did, else why not. */
  readonly comeBack: (request: ReturnToConversation) => Promise<RefusalCode | 'unreachable' | null>;
  /** Back to the home screen; forgets whatever conversation was shown. */
  readonly goHome: () => void;
  /** The conversation on screen, if there is one. */
  readonly client: () => CitizenClient | null;
  /** Says once how it was; whether that was counted. */
  readonly say: (answer: Satisfaction) => Promise<boolean>;
  readonly quickExit: () => void;
};

export type AppParts = {
  readonly api: Api;
  /** Rejects when the file that a conversation needs cannot be had. */
  readonly openClient: () => Promise<CitizenClient>;
  readonly newId: () => Id;
  /** Calls back once after `delay` ms; returns what cancels it. */
  readonly after: (delay: number, action: () => void) => () => void;
  readonly language: CitizenLanguage;
  readonly texts: Texts;
  /** Rejects when they cannot be had. */
  readonly loadTexts: (language: CitizenLanguage) => Promise<Texts>;
  readonly service: ServiceInfo | null;
  /** Whether the page was sent in silent mode: it was before a reload. */
  readonly silent?: boolean;
  /** Whether a conversation goes on, as the page was sent; asked where that is not said. */
  readonly current?: boolean;
  readonly orientation?: EmbeddedService['orientation'];
};

/** A conversation that an officer closed stays readable this long (ms), then it is cleared: others may come. */
const CLOSED_STAYS = 10 * 60_000;

/** Which screen the citizen sees and why. Holds everything in memory, and nothing anywhere else. */
export function createApp(parts: AppParts): App {
  const { api } = parts;
  let state: AppState = {
    screen: 'starting',
    language: parts.language,
    texts: parts.texts,
    service: parts.service,
    subject: null,
    terms: null,
    busy: false,
    problem: null,
    deferring: false,
    silent: parts.silent === true,
    orientation: parts.orientation ?? null,
    chat: null,
    farewell: null,
    asking: false,
    blockedUntil: null,
  };
  let client: CitizenClient | null = null;
  /** True of the moment in which the page was sent, and of no later one. */
  let current = parts.current;
  /** Kept until it succeeds, so that accepting twice over a bad network opens one conversation (rule D1). */
  let openingId: Id | null = null;
  let wanted = parts.language;
  let cancelClearing: (() => void) | null = null;
  /** Counts what ends a conversation: one that is still being opened then is not wanted any more. */
  let turn = 0;
  const listeners = new Set<() => void>();

  function update(change: Partial<AppState>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function dropClient(): void {
    turn += 1;
    cancelClearing?.();
    cancelClearing = null;
    client?.forget();
    client = null;
  }

  async function converse(): Promise<void> {
    dropClient();
    const mineIs = turn;
    const mine = await parts.openClient().catch(() => null);
    if (mineIs !== turn) {
      mine?.forget();
      return;
    }
    if (mine === null) {
      update({ screen: 'unavailable', busy: false, terms: null });
      return;
    }
    client = mine;
    mine.subscribe(() => follow(mine));
    update({ screen: 'conversation', chat: mine.state(), busy: false, problem: null, terms: null });
    mine.start();
  }

  function follow(mine: CitizenClient): void {
    if (client !== mine) return;
    const chat = mine.state();
    if (chat.phase === 'left') {
      dropClient();
      update({
        screen: 'ended',
        chat: null,
        farewell: chat.welcome,
        subject: null,
        deferring: false,
        orientation: null,
      });
    } else if (chat.phase === 'gone') {
      dropClient();
      update({
        screen: 'home',
        chat: null,
        problem: 'gone',
        subject: null,
        deferring: false,
        orientation: null,
      });
    } else {
      if (chat.phase === 'closed' || chat.phase === 'deferred')
        cancelClearing ??= parts.after(CLOSED_STAYS, goHome);
      // Until the journal is here, what the page was sent with holds.
      update({
        chat,
        asking: mayAsk(chat),
        silent: chat.entries.length === 0 ? state.silent : isSilent(chat),
      });
    }
  }

  function goHome(): void {
    dropClient();
    openingId = null;
    update({
      screen: 'home',
      chat: null,
      farewell: null,
      asking: false,
      terms: null,
      subject: null,
      orientation: null,
      problem: null,
      busy: false,
      deferring: false,
    });
    void refreshService();
  }

  async function refreshService(): Promise<void> {
    const answer = await api.service();
    if (answer.kind === 'ok') update({ service: answer.value });
  }

  async function start(): Promise<void> {
    update({ busy: true });
    const sent = current;
    current = undefined;
    const answer = sent === undefined ? await api.current() : null;
    if (answer !== null && answer.kind !== 'ok') {
      update({ screen: 'unavailable', busy: false });
    } else if (sent === false || answer?.value.current === null) {
      update({ screen: 'home', busy: false, problem: null });
      if (state.service === null) await refreshService();
    } else {
      await converse();
    }
  }

  async function fetchTerms(problem: Problem | null): Promise<void> {
    const { language } = state;
    const answer = await api.terms(language);
    if (answer.kind === 'ok') update({ screen: 'terms', terms: answer.value, busy: false, problem });
    else update({ busy: false, problem: problemOf(answer) });
  }

  /** A refusal that means another screen: the terms in force now, or home. False: it is a problem here. */
  async function openingRefused(code: RefusalCode): Promise<boolean> {
    if (code !== 'terms-outdated' && code !== 'chat-closed') return false;
    openingId = null;
    if (code === 'terms-outdated') {
      await fetchTerms('terms-changed');
    } else {
      update({ screen: 'home', terms: null, busy: false, problem: 'closed' });
      await refreshService();
    }
    return true;
  }

  async function accept(): Promise<void> {
    const { terms, subject, language, busy, deferring, orientation } = state;
    if (terms === null || busy) return;
    update({ busy: true, problem: null });
    openingId ??= parts.newId();
    const answer = await api.open({
      id: openingId,
      termsVersion: terms.version,
      language,
      subject: subject === null ? null : subjectInJournal(subject),
      ...(deferring ? { purpose: 'deferred' as const } : {}),
      ...(orientation == null ? {} : { orientation: orientation.id }),
    });
    if (answer.kind === 'refused' && answer.code === 'blocked') {
      openingId = null;
      const blockedUntil = Date.now() + answer.retryAfter;
      update({ screen: 'blocked', blockedUntil, terms: null, busy: false, deferring: false });
      return;
    }
    if (answer.kind === 'refused' && (await openingRefused(answer.code))) return;
    if (answer.kind !== 'ok') {
      update({ busy: false, problem: problemOf(answer) });
      return;
    }
    await enter();
  }

  /** The relay opened a conversation. If it does not know this browser a moment later, the cookie was refused. */
  async function enter(): Promise<void> {
    const current = await api.current();
    if (current.kind === 'ok' && current.value.current === null) {
      openingId = null;
      update({ screen: 'cookies-off', busy: false, terms: null });
    } else if (current.kind === 'ok') {
      openingId = null;
      await converse();
      if (state.silent) client?.setSilent(true);
    } else {
      update({ busy: false, problem: problemOf(current) });
    }
  }

  async function setLanguage(language: CitizenLanguage): Promise<boolean> {
    wanted = language;
    const texts = await parts.loadTexts(language).catch(() => null);
    // Whoever has chosen another one meanwhile gets that one.
    if (texts === null || wanted !== language) return texts !== null;
    update({ language, texts });
    if (state.screen === 'terms') void fetchTerms(state.problem);
    return true;
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    chooseSubject: (subject) => update({ subject }),
    setLanguage,
    refreshService,
    showTerms: async (deferring = false) => {
      if (state.busy) return;
      update({ busy: true, problem: null, deferring });
      await fetchTerms(null);
    },
    setDeferring: (deferring) => update({ deferring }),
    setSilent: (silent) => {
      update({ silent });
      client?.setSilent(silent);
    },
    accept,
    showReturning: () => update({ screen: 'returning', problem: null }),
    comeBack: async (request) => {
      const answer = await api.comeBack(request);
      if (answer.kind === 'ok') await enter();
      return answer.kind === 'refused' ? answer.code : answer.kind === 'ok' ? null : 'unreachable';
    },
    goHome,
    client: () => client,
    say: (answer) => api.satisfaction(answer),
    quickExit: () => {
      listeners.clear();
      turn += 1;
      cancelClearing?.();
      // Said twice, under one id (rule S6): a socket that is cut, or dead without knowing it, carries nothing. And where
      // no conversation is on screen, only the relay sees whether this browser's cookie opens one.
      const id = parts.newId();
      client?.quickExit(id);
      api.quickExit(id);
      client = null;
      state = {
        ...state,
        chat: null,
        farewell: null,
        subject: null,
        terms: null,
        silent: false,
        orientation: null,
      };
    },
  };
}

function problemOf(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Problem {
  if (answer.kind === 'unreachable') return 'unreachable';
  if (answer.code === 'chat-closed') return 'closed';
  return answer.code === 'rate-limited' ? 'rate-limited' : 'refused';
}

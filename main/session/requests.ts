import { GroupChanged } from '../../protocol/group.ts';
import type { RequestInput, RequestName, RequestOutput, Settings } from '../../protocol/ipc.ts';
import { contentRequests } from './content-requests.ts';
import type { Desk } from './desk.ts';
import { askRelay } from './relay-http.ts';

export type RequestHandlers = {
  readonly [Name in RequestName]: (input: RequestInput<Name>) => Promise<RequestOutput<Name>>;
};

/** Where a document may be written, once. */
export type ChosenFile =
  | {
      readonly kind: 'chosen';
      readonly name: string;
      /** False when it could not be written. */
      readonly write: (bytes: Uint8Array) => boolean;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'inside' };

/** What only the shell can do for the window. */
export type Shell = {
  /** Resolves when the desk has opened its cache: nothing is answered before the purge was done. */
  readonly ready: Promise<void>;
  saveSettings(settings: Settings): void;
  /** Opens a catalogue address in the system's browser. */
  openExternal(url: string): Promise<void>;
  /** Asks the officer where a document of this name goes: outside the desk's own folder. */
  chooseFile(name: string): Promise<ChosenFile>;
};

/** Every request of the window, by name. Inputs are parsed before, outputs after (shell/ipc.ts). */
export function requestHandlers(desk: Desk, shell: Shell): RequestHandlers {
  const { model } = desk;
  return {
    ...contentRequests(desk),
    async snapshot() {
      await shell.ready;
      return model.snapshot();
    },
    async 'sign-in'({ login, password }) {
      await shell.ready;
      return desk.signIn(login, password);
    },
    async 'sign-out'({ everywhere }) {
      await desk.signOut(everywhere);
      return null;
    },
    async command(command) {
      const { session } = desk;
      if (session === null) return { kind: 'refused', code: 'not-signed-in' };
      return session.commands.command(command);
    },
    async 'outbox-retry'({ id }) {
      await desk.session?.commands.retry(id);
      return null;
    },
    async 'outbox-drop'({ id }) {
      await desk.session?.commands.drop(id);
      return null;
    },
    async entries({ conversation, before, limit }) {
      const { session } = desk;
      if (session === null) return { entries: [], complete: false };
      if (before === null) await session.journals.look(conversation);
      return session.journals.page({ conversation, before, limit });
    },
    async history(input) {
      return (await desk.session?.cache.call('history', input)) ?? { heads: [] };
    },
    async search(query) {
      const nothing = { finds: [], named: null, words: [], next: null, whole: true };
      return (await desk.session?.cache.call('search', { query })) ?? nothing;
    },
    async facets() {
      return (await desk.session?.cache.call('facets', null)) ?? { tags: [], officers: [] };
    },
    async elsewhere(input) {
      const { session } = desk;
      if (session === null) return { keys: [] };
      const { keys } = await session.cache.call('elsewhere', input);
      const published = await Promise.all(keys.map((key) => session.stations.publishes(key)));
      return { keys: keys.filter((_, place) => published[place] === false) };
    },
    async stations({ text }) {
      return (await desk.session?.stations.search(text)) ?? { stations: [], total: 0, known: null };
    },
    async station({ station }) {
      return (await desk.session?.stations.get(station)) ?? null;
    },
    async export({ conversation, reference, reason }) {
      // The place first: an officer who thinks better of it leaves nothing behind, in no journal.
      const chosen = await shell.chooseFile(`${reference}.pdf`);
      if (chosen.kind !== 'chosen') return chosen;
      const answer = await desk.export(conversation, reason);
      if (answer.kind === 'refused') return answer;
      return chosen.write(answer.bytes) ? { kind: 'saved', file: chosen.name } : { kind: 'not-written' };
    },
    async 'leave-draft'({ conversation, text }) {
      const { session } = desk;
      if (session === null) return { kind: 'refused', code: 'not-signed-in' };
      return session.commands.leaveDraft(conversation, text);
    },
    async draft(draft) {
      await desk.session?.draft(draft);
      return null;
    },
    async read({ conversation, seq }) {
      desk.session?.signals.read(conversation, seq);
      return null;
    },
    async typing({ conversation }) {
      desk.session?.signals.typing(conversation);
      return null;
    },
    async looking({ conversation }) {
      desk.session?.looking(conversation);
      return null;
    },
    async presence({ presence }) {
      desk.session?.signals.presence(presence);
      return null;
    },
    async group(change) {
      const asked = await askRelay(desk.entry, '/api/desk/groups', GroupChanged, {
        body: change,
        most: 1_024,
      });
      return asked.kind === 'done' ? { kind: 'done' } : asked;
    },
    async capacity({ capacity }) {
      desk.session?.signals.capacity(capacity);
      return null;
    },
    async settings(settings) {
      shell.saveSettings(settings);
      model.setSettings(settings);
      return null;
    },
    async 'open-platform'({ platform }) {
      const found = model.content?.platforms.find(({ id }) => id === platform);
      if (found?.url !== undefined && found.url !== null) await shell.openExternal(found.url);
      return null;
    },
    async reconnect() {
      desk.reconnect();
      return null;
    },
  };
}

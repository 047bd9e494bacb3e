import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../protocol/errors.ts';
import type { OpenConversation, Terms } from '../../../protocol/http.ts';
import { newId } from '../../../protocol/ids.ts';
import { createClient } from '../client/client.ts';
import { createWorld, entriesFrame, entry, welcomeFrame } from '../client/fake-world.ts';
import { fr } from '../i18n/fr.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Answer, Api } from './api.ts';
import { type AppParts, createApp } from './app.ts';

const OPENED = { conversation: newId(), reference: 'C-7' };
const SERVICE = {
  onDuty: 1,
  free: 2,
  waiting: 0,
  estimate: null,
  termsVersion: 'v1',
  chat: 'open',
  deferred: true,
} as const;

function termsOf(version: string): Terms {
  return {
    version,
    language: 'fr',
    title: 't',
    sections: [{ title: 's', paragraphs: ['p'] }],
    penal: ['x'],
    summary: { language: 'fr', points: ['p'], penal: ['x'] },
  };
}

/** A relay's HTTP side that answers what the test says, and remembers what was posted. */
function createSide() {
  const side = {
    hasCookie: false,
    keepsCookies: true,
    hasChatFile: true,
    reachable: true,
    version: 'v1',
    refusal: null as RefusalCode | null,
    posted: [] as OpenConversation[],
    exits: [] as string[],
  };
  const answer = async <Value>(value: Value): Promise<Answer<Value>> =>
    side.reachable ? { kind: 'ok', value } : { kind: 'unreachable' };
  const api: Api = {
    service: () => answer(SERVICE),
    satisfaction: async () => true,
    quickExit: (id) => side.exits.push(id),
    current: () => answer({ current: side.hasCookie ? OPENED : null }),
    terms: () => answer(termsOf(side.version)),
    comeBack: async () => {
      if (side.refusal !== null) return { kind: 'refused', code: side.refusal, retryAfter: 0 };
      side.hasCookie = true;
      return { kind: 'ok', value: OPENED };
    },
    open: async (request) => {
      side.posted.push(request);
      if (!side.reachable) return { kind: 'unreachable' };
      if (side.refusal !== null) return { kind: 'refused', code: side.refusal, retryAfter: 3_600_000 };
      if (request.termsVersion !== side.version)
        return { kind: 'refused', code: 'terms-outdated', retryAfter: 0 };
      side.hasCookie = side.keepsCookies;
      return { kind: 'ok', value: OPENED };
    },
  };
  return { side, api };
}

function begin(sent: Pick<AppParts, 'current'> = {}) {
  const world = createWorld();
  const { side, api } = createSide();
  const app = createApp({
    api,
    openClient: async () => {
      if (!side.hasChatFile) throw new Error('off line');
      return createClient(world.environment);
    },
    newId,
    after: world.environment.after,
    language: 'fr',
    texts: fr,
    loadTexts: (language) => (side.reachable ? loadTexts(language) : Promise.reject(new Error('off line'))),
    service: SERVICE,
    ...sent,
  });
  return { world, side, app };
}

async function conversing() {
  const parts = begin();
  parts.side.hasCookie = true;
  await parts.app.start();
  parts.world.wire().open().deliver(welcomeFrame());
  return parts;
}

describe('starting', () => {
  it('shows the home screen, or the conversation that the cookie opens', async () => {
    const { app } = begin();
    await app.start();
    expect(app.state().screen).toBe('home');
    const { app: again } = await conversing();
    expect(again.state()).toMatchObject({ screen: 'conversation', chat: { light: 'online' } });
  });

  it('does not ask what the page was sent with, but asks again later', async () => {
    const { app, side } = begin({ current: false });
    side.reachable = false;
    await app.start();
    expect(app.state().screen).toBe('home');
    side.reachable = true;
    side.hasCookie = true;
    await app.start();
    expect(app.state().screen).toBe('conversation');
  });

  it('says so where the file that a conversation needs does not come, and goes on when it does', async () => {
    const { app, side, world } = begin();
    side.hasCookie = true;
    side.hasChatFile = false;
    await app.start();
    expect(app.state()).toMatchObject({ screen: 'unavailable', busy: false });
    side.hasChatFile = true;
    await app.start();
    expect(app.state().screen).toBe('conversation');
    world.wire().open().deliver(welcomeFrame());
    expect(app.state().chat?.light).toBe('online');
  });

  it('opens nothing for whoever left in a hurry before that file was here', async () => {
    const { app, side, world } = begin({ current: true });
    side.hasCookie = true;
    const starting = app.start();
    app.quickExit();
    await starting;
    expect(app.client()).toBeNull();
    expect(app.state().chat).toBeNull();
    expect(world.wires).toHaveLength(0);
    expect(side.exits).toHaveLength(1);
  });

  it('says that the service does not answer, and starts when it does', async () => {
    const { app, side } = begin();
    side.reachable = false;
    await app.start();
    expect(app.state().screen).toBe('unavailable');
    side.reachable = true;
    await app.start();
    expect(app.state().screen).toBe('home');
  });
});

describe('the language', () => {
  it('changes once its words are here, and not at all where they cannot be had', async () => {
    const { app, side } = begin();
    await app.start();
    side.reachable = false;
    expect(await app.setLanguage('es')).toBe(false);
    expect(app.state()).toMatchObject({ language: 'fr', texts: fr });
    side.reachable = true;
    const [late, last] = [app.setLanguage('en'), app.setLanguage('es')];
    expect([await late, await last]).toEqual([true, true]);
    expect(app.state().language).toBe('es');
  });
});

describe('accepting the terms', () => {
  it('T1: posts the version that was shown, the language and the subject in French', async () => {
    const { app, side, world } = begin();
    await app.start();
    expect(await app.setLanguage('en')).toBe(true);
    app.chooseSubject('theft');
    await app.showTerms();
    expect(app.state().screen).toBe('terms');
    expect(side.posted).toEqual([]);
    await app.accept();
    expect(side.posted).toMatchObject([{ termsVersion: 'v1', language: 'en', subject: 'Vol' }]);
    expect(app.state().screen).toBe('conversation');
    expect(world.wires).toHaveLength(1);
  });

  it('D1: accepts again with the same id after a lost answer', async () => {
    const { app, side } = begin();
    await app.start();
    await app.showTerms();
    side.reachable = false;
    await app.accept();
    expect(app.state()).toMatchObject({ screen: 'terms', problem: 'unreachable', busy: false });
    side.reachable = true;
    await app.accept();
    expect(new Set(side.posted.map((request) => request.id)).size).toBe(1);
    expect(side.posted).toHaveLength(2);
  });

  it('T1: shows a new version and asks again', async () => {
    const { app, side } = begin();
    await app.start();
    await app.showTerms();
    side.version = 'v2';
    await app.accept();
    expect(app.state()).toMatchObject({
      screen: 'terms',
      problem: 'terms-changed',
      terms: { version: 'v2' },
    });
    await app.accept();
    expect(app.state().screen).toBe('conversation');
  });

  it('V6: whoever is kept out is told so, until when, and asks again with another id', async () => {
    const { app, side } = begin();
    await app.start();
    await app.showTerms();
    side.refusal = 'blocked';
    const before = Date.now();
    await app.accept();
    const { screen, blockedUntil } = app.state();
    expect(screen).toBe('blocked');
    expect((blockedUntil ?? 0) - before).toBeGreaterThanOrEqual(3_600_000);
    app.goHome();
    side.refusal = null;
    await app.showTerms();
    await app.accept();
    expect(app.state().screen).toBe('conversation');
    expect(new Set(side.posted.map((request) => request.id)).size).toBe(2);
  });

  it('says plainly that cookies are off', async () => {
    const { app, side } = begin();
    side.keepsCookies = false;
    await app.start();
    await app.showTerms();
    await app.accept();
    expect(app.state().screen).toBe('cookies-off');
  });

  it.each([
    ['rate-limited', 'rate-limited'],
    ['shutting-down', 'refused'],
  ] as const)('says what %s means', async (refusal, problem) => {
    const { app, side } = begin();
    side.refusal = refusal;
    await app.start();
    await app.showTerms();
    await app.accept();
    expect(app.state()).toMatchObject({ screen: 'terms', problem, busy: false });
  });
});

describe('after a conversation', () => {
  it('keeps only its reference and its last day, and the next person starts from nothing', async () => {
    const { app, world } = await conversing();
    app.client()?.end();
    const leave = world.wire().sent.at(-1);
    if (leave?.type !== 'leave') throw new Error('no leave');
    world.wire().deliver({ type: 'ack', id: leave.id, seq: 2, at: 1 });
    expect(app.state()).toMatchObject({ screen: 'ended', chat: null, farewell: { reference: 'C-7' } });
    expect(app.client()).toBeNull();
    app.goHome();
    expect(app.state()).toMatchObject({ screen: 'home', farewell: null, subject: null });
  });

  it('clears what an officer closed, ten minutes later at the latest', async () => {
    const { app, world } = await conversing();
    world.wire().deliver(entriesFrame(0, entry(2, { kind: 'closure' })));
    expect(app.state()).toMatchObject({ screen: 'conversation', chat: { phase: 'closed' } });
    world.pass(10 * 60_000 - 1);
    expect(app.state().screen).toBe('conversation');
    world.pass(1);
    expect(app.state()).toMatchObject({ screen: 'home', chat: null });
  });

  it('says that a conversation is gone', async () => {
    const { app, world } = await conversing();
    world.wire().cut(4007);
    expect(app.state()).toMatchObject({ screen: 'home', problem: 'gone', chat: null });
  });

  it('S6: a quick exit is said beside the wire, under the id of the word on it, and with no wire at all', async () => {
    const { app, side, world } = await conversing();
    app.quickExit();
    const said = world.wire().sent.at(-1);
    expect(said).toMatchObject({ type: 'leave', manner: 'quick-exit', id: side.exits[0] });
    const cut = await conversing();
    cut.world.wire().cut();
    cut.app.quickExit();
    expect(cut.side.exits).toHaveLength(1);
    expect(cut.world.wire().sent.map((frame) => frame.type)).toEqual(['hello']);
  });

  it('quick exit holds nothing and calls nobody back', async () => {
    const { app } = await conversing();
    app.client()?.send('secret');
    let calls = 0;
    app.subscribe(() => {
      calls += 1;
    });
    app.quickExit();
    expect(JSON.stringify(app.state())).not.toContain('secret');
    expect(app.client()).toBeNull();
    expect(calls).toBe(0);
  });
});

import { WebSocket } from 'ws';
import { CITIZEN_SOCKET_PATH, ToCitizen } from '../protocol/citizen-channel.ts';
import { newId } from '../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../protocol/version.ts';
import { TERMS_VERSION } from '../server/content/index.ts';
import { expect, test } from './fixtures.ts';
import { Chance } from './model/random.ts';
import type { OfficerDesk } from './support/officer.ts';
import { CAMILLE } from './support/relay.ts';

/** What a citizen was shown, over a real socket: ten browsers would only be slower. */
class Listener {
  readonly heard: string[] = [];
  readonly #socket: WebSocket;

  private constructor(url: string, cookie: string) {
    this.#socket = new WebSocket(url.replace(/^http/, 'ws') + CITIZEN_SOCKET_PATH, {
      origin: url,
      headers: { cookie },
    });
    this.#socket.on('open', () =>
      this.#send({ type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch: null, cursor: 0 }),
    );
    this.#socket.on('message', (data) => {
      const frame = ToCitizen.parse(JSON.parse(String(data)));
      if (frame.type !== 'entries') return;
      for (const { author, body } of frame.entries) {
        if (author.role === 'officer' && body.kind === 'message') this.heard.push(body.text);
      }
    });
  }

  static async arrive(url: string): Promise<Listener> {
    const answer = await fetch(`${url}/api/conversation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ id: newId(), termsVersion: TERMS_VERSION, language: 'fr', subject: null }),
    });
    const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
    return new Listener(url, cookie);
  }

  #send(frame: unknown): void {
    this.#socket.send(JSON.stringify(frame));
  }

  say(text: string): void {
    this.#send({ type: 'message', id: newId(), text });
  }

  leave(): void {
    this.#socket.terminate();
  }
}

/** The reference that the composer's frame bears: what an officer goes by. */
async function addressed(camille: OfficerDesk): Promise<string> {
  const label = await camille.composer.getAttribute('aria-label');
  const reference = label?.match(/C-\d+/)?.[0];
  if (reference === undefined) throw new Error(`the composer is addressed to nobody: ${label}`);
  return reference;
}

const STEPS = 140;

test('hands faster than the eye: whatever is pressed while conversations change and arrive, a text reaches the one it was written for', async ({
  relay,
  desk,
}) => {
  const seed = Math.floor(Math.random() * 1e9);
  const chance = new Chance(seed);
  const camille = await desk();
  await camille.signIn(CAMILLE);
  const listeners = new Map<string, Listener>();
  for (let count = 0; count < 5; count += 1) {
    const listener = await Listener.arrive(relay.url);
    listeners.set(await camille.takeNext(), listener);
  }
  const references = [...listeners.keys()];
  const newcomers: Listener[] = [];
  const { keyboard } = camille.window;
  const row = (reference: string) =>
    camille.window.getByRole('navigation').getByText(reference, { exact: true }).first();
  const sendButton = camille.window.getByRole('button', { name: /^Envoyer à C-\d+/ });
  let written = 0;

  /** Each text says whom it is for, as the composer said when the hand went down. */
  const write = async () => {
    await camille.composer.focus();
    const reference = await addressed(camille);
    written += 1;
    await keyboard.insertText(`${reference} nº ${written} `);
  };
  const other = () => chance.pick(references) ?? '';
  const acts: Record<string, () => Promise<unknown>> = {
    writeAndSend: async () => {
      await write();
      await keyboard.press('Enter');
    },
    writeAndLeave: async () => {
      await write();
      await row(other()).click();
    },
    // Not awaited one after the other: the keys arrive before the screen has followed.
    sendWhileTheScreenChanges: async () => {
      await write();
      const reference = other();
      await Promise.all([row(reference).click(), keyboard.press('Enter'), keyboard.press('Enter')]);
    },
    buttonWhileTheScreenChanges: async () => {
      await write();
      await Promise.all([
        keyboard.press('Alt+ArrowDown'),
        sendButton.click({ timeout: 2_000 }).catch(() => undefined),
      ]);
    },
    enterWhereADraftWaits: async () => {
      await row(other()).click();
      await camille.composer.focus();
      await keyboard.press('Enter');
    },
    nextUnread: () => keyboard.press('Alt+ArrowDown'),
    someoneSpeaks: async () => listeners.get(other())?.say(`un mot de ${chance.below(1_000)}`),
    someoneArrives: async () => {
      if (newcomers.length < 6) newcomers.push(await Listener.arrive(relay.url));
    },
  };
  for (let step = 0; step < STEPS; step += 1) await acts[chance.pick(Object.keys(acts)) ?? 'nextUnread']?.();

  // What still waits as a draft is sent with a look at each.
  for (const reference of references) {
    await camille.show(reference);
    await camille.composer.focus();
    await keyboard.insertText(`${reference} fin`);
    await sendButton.click();
  }
  await expect
    .poll(() => [...listeners.values()].every(({ heard }) => heard.some((text) => text.includes(' fin'))))
    .toBe(true);
  const astray = [...listeners].flatMap(([reference, { heard }]) =>
    // A refused text stays in its composer and goes with the next one there: each part names its citizen.
    heard.flatMap((text) => text.match(/C-\d+/g) ?? ['?']).filter((named) => named !== reference),
  );
  expect(astray, `seed ${seed}`).toEqual([]);
  const all = [...listeners.values()].flatMap(({ heard }) => heard);
  const named = all.flatMap((text) => [...text.matchAll(/nº (\d+)/g)].map(([, number]) => Number(number)));
  // Nothing that was typed is lost, and nothing is said twice.
  expect(
    named.sort((a, b) => a - b),
    `seed ${seed}`,
  ).toEqual(Array.from({ length: written }, (_, index) => index + 1));
  for (const listener of [...listeners.values(), ...newcomers]) listener.leave();
});

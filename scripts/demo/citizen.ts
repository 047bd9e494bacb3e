import { EventEmitter, once } from 'node:events';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { CITIZEN_SOCKET_PATH, type FromCitizen, ToCitizen } from '../../protocol/citizen-channel.ts';
import type { CitizenEntry } from '../../protocol/entry.ts';
import { Opened, ServiceInfo } from '../../protocol/http.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { CitizenLanguage } from '../../protocol/language.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';

/** A citizen of the demonstration: the public protocol and nothing else, as a page would speak it. */
export type Citizen = {
  readonly reference: string;
  /** Resolves when the relay has acknowledged the text. */
  readonly say: (text: string) => Promise<void>;
  readonly typing: () => void;
  /** Leaves an address for an answer by e-mail; resolves when the relay has acknowledged it. */
  readonly defer: (address: string) => Promise<void>;
  /** Says that they cannot write freely; resolves when the relay has acknowledged it. */
  readonly silence: () => Promise<void>;
  /** Ends the conversation and the connection. */
  readonly leave: (manner?: 'ended' | 'quick-exit') => Promise<void>;
  /** The connection only: the citizen's telephone went dark. */
  readonly vanish: () => void;
  /** The next thing an officer sends (a message or a redirection), or null when the conversation ends. */
  readonly answer: () => Promise<CitizenEntry | null>;
};

type Wire = { readonly socket: WebSocket; readonly heard: EventEmitter };

function tell(wire: Wire, message: FromCitizen): void {
  wire.socket.send(JSON.stringify(message));
}

/** Reads frames; hands on what officers send and what was acknowledged or refused; marks it read. */
function listen(wire: Wire): void {
  wire.socket.on('message', (data) => {
    const message = ToCitizen.parse(JSON.parse(String(data)));
    if (message.type === 'ack') wire.heard.emit(message.id, null);
    if (message.type === 'refused' && message.id !== null) wire.heard.emit(message.id, message.code);
    if (message.type === 'welcome') wire.heard.emit('welcome');
    if (message.type !== 'entries') return;
    for (const entry of message.entries) {
      if (entry.body.kind === 'closure') wire.heard.emit('answer', null);
      else if (entry.author.role === 'officer' && entry.body.kind !== 'assignment') {
        wire.heard.emit('answer', entry);
      }
    }
    tell(wire, { type: 'read', seq: message.through });
  });
  wire.socket.on('close', () => wire.heard.emit('answer', null));
  // A lost connection shows as a conversation without answers; the demonstration goes on without them.
  wire.socket.on('error', () => undefined);
}

/** Accepts the terms and opens a conversation on a relay such as `http://127.0.0.1:8443`. Throws when refused. */
export async function openCitizen(
  relay: string,
  language: CitizenLanguage,
  subject: string | null,
): Promise<Citizen> {
  const service = ServiceInfo.parse(await (await fetch(`${relay}/api/service`)).json());
  const response = await fetch(`${relay}/api/conversation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: relay },
    body: JSON.stringify({ id: newId(), termsVersion: service.termsVersion, language, subject }),
  });
  if (!response.ok) throw new Error(`the relay did not open a conversation: ${response.status}`);
  const { reference } = z.parse(Opened, await response.json());
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const socket = new WebSocket(`${relay.replace(/^http/, 'ws')}${CITIZEN_SOCKET_PATH}`, {
    headers: { cookie, origin: relay },
  });
  const wire: Wire = { socket, heard: new EventEmitter() };
  const answers: (CitizenEntry | null)[] = [];
  wire.heard.on('answer', (entry: CitizenEntry | null) => answers.push(entry));
  listen(wire);
  await once(socket, 'open');
  const welcome = once(wire.heard, 'welcome');
  tell(wire, { type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch: null, cursor: 0 });
  await welcome;

  const act = async (message: Extract<FromCitizen, { id: Id }>): Promise<void> => {
    const answered = once(wire.heard, message.id);
    tell(wire, message);
    const [code] = await answered;
    if (code !== null) throw new Error(`the relay refused "${message.type}": ${String(code)}`);
  };

  return {
    reference,
    say: (text) => act({ type: 'message', id: newId(), text }),
    defer: (address) => act({ type: 'defer', id: newId(), address, text: null }),
    typing: () => tell(wire, { type: 'typing' }),
    silence: () => act({ type: 'silence', id: newId(), on: true }),
    leave: async (manner = 'ended') => {
      await act({ type: 'leave', id: newId(), manner });
      socket.close();
    },
    vanish: () => socket.terminate(),
    answer: async () => {
      if (answers.length === 0) await once(wire.heard, 'answer');
      return answers.shift() ?? null;
    },
  };
}

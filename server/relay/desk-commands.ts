import { WARNING_RESPONSE } from '../../protocol/abuse.ts';
import { isExpired, parisDay, responseText } from '../../protocol/canned.ts';
import { askedIn } from '../../protocol/closed-question.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { writtenFor } from '../../protocol/language.ts';
import { isBlocked, sendableCard } from '../../protocol/link-health.ts';
import type { Act, Target } from '../domain/acts.ts';
import { isToBeTaken } from '../domain/lifecycle.ts';
import { isReceiving } from '../domain/presence.ts';
import { firstInQueue } from '../domain/queue.ts';
import { hasRoom } from '../domain/routing.ts';
import type { Core } from './core.ts';
import { type GroupParts, isForOthers } from './groups.ts';
import { resolveHandOver } from './hand-over.ts';
import type { OfficerRecord } from './officers.ts';
import type { Overlay } from './overlay.ts';
import type { Resolved, refusal } from './requests.ts';

type Parts = GroupParts & Pick<Core, 'content' | 'stations' | 'teller' | 'mail' | 'settings'>;

function acts(conversation: Id, act: Act): Resolved {
  return { kind: 'act', conversation, act };
}

function refuse(code: Parameters<typeof refusal>[0]): Resolved {
  return { kind: 'refused', code };
}

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/**
 * Rule G2: `take-next` passes over what waits for others, a supervisor's too; by name a supervisor takes it. Whoever is
 * full gets an emergency, and nothing else (rule Q4).
 */
function resolveTake(
  parts: Parts,
  command: CommandOf<'take'> | CommandOf<'take-next'>,
  { officer }: OfficerRecord,
  overlay: Overlay,
  hasRoom: boolean,
): Resolved {
  if (command.kind === 'take') {
    const state = overlay.state(command.conversation);
    const forOthers = state !== null && isForOthers(parts, state, officer);
    return acts(command.conversation, { kind: 'take', hasRoom, forOthers });
  }
  const there = [...overlay.waiting()].filter(isToBeTaken);
  const waiting = hasRoom ? there : there.filter(({ emergency }) => emergency !== 'none');
  if (waiting.length === 0 && !hasRoom) return refuse('at-capacity');
  if (waiting.length === 0) return refuse('queue-empty');
  const next = firstInQueue(waiting.filter((state) => !isForOthers(parts, state, officer)));
  if (next === null) return refuse('for-group');
  return acts(next.conversation, { kind: 'take', hasRoom, forOthers: false });
}

/** Rule G1. */
function resolveTransfer(parts: Parts, { conversation, group: id, note }: CommandOf<'transfer'>): Resolved {
  const group = parts.groups.current().find((each) => each.group === id);
  if (group === undefined) return refuse('not-available');
  const until = parts.clock() + parts.settings.groupFirst;
  return acts(conversation, { kind: 'transfer', group: { group: id, name: group.name, until }, note });
}

/** Rule G3. */
function resolveConsult(
  { officers }: Parts,
  { conversation, colleague: id, asked, note }: CommandOf<'consult'>,
  overlay: Overlay,
): Resolved {
  const record = officers.get(id);
  if (record === undefined) {
    // Whose advice is no longer asked need not be there, nor have been since this relay started.
    const consulted = overlay.state(conversation)?.consulted.find(({ officer }) => officer === id);
    if (asked || consulted === undefined) return refuse('not-available');
    const colleague = { ...consulted, online: false, supervisor: false };
    return acts(conversation, { kind: 'consult', colleague, asked, note });
  }
  const { officer, rank, alias, role, presence } = record;
  const colleague = {
    ...{ officer, rank, alias },
    online: presence.desks > 0,
    supervisor: role === 'supervisor',
  };
  return acts(conversation, { kind: 'consult', colleague, asked, note });
}

/** Those of the ids that are shared responses, each once: an officer's own are nobody's to count. */
function shared({ content }: Parts, responses: readonly string[] = []): readonly string[] {
  if (responses.length === 0) return [];
  const known = new Set(content.current().responses.map(({ id }) => id));
  return [...new Set(responses)].filter((id) => known.has(id));
}

/**
 * What a desk's command means on the states as they are now. Everything from outside the journal (room left,
 * the catalogue's platform, how the colleague stands) is looked up here; `decide` judges.
 */
export function resolveCommand(
  parts: Parts,
  command: Command,
  record: OfficerRecord,
  overlay: Overlay,
): Resolved {
  const room = (officer: OfficerRecord) =>
    hasRoom({ active: overlay.active(officer.officer), capacity: officer.capacity });
  switch (command.kind) {
    case 'take-next':
    case 'take':
      return resolveTake(parts, command, record, overlay, room(record));
    case 'transfer':
      return resolveTransfer(parts, command);
    case 'consult':
      return resolveConsult(parts, command, overlay);
    case 'redirection': {
      const content = parts.content.current();
      const platform = content.platforms.find(({ id }) => id === command.platform);
      if (platform === undefined) return refuse('unknown-platform');
      if (isBlocked(content, platform)) return refuse('link-blocked');
      return acts(command.conversation, { kind: 'redirection', platform: sendableCard(content, platform) });
    }
    case 'station': {
      const station = parts.stations?.get(command.station) ?? null;
      if (station === null) return refuse('unknown-station');
      return acts(command.conversation, { kind: 'station', station });
    }
    case 'assign': {
      const colleague = parts.officers.get(command.to);
      // Nobody by that id is known here: nobody is there to receive.
      if (colleague === undefined) return refuse('not-available');
      const to: Target = {
        officer: colleague.officer,
        rank: colleague.rank,
        alias: colleague.alias,
        online: colleague.presence.desks > 0,
        available: isReceiving(colleague.presence),
        hasRoom: room(colleague),
        supervisor: colleague.role === 'supervisor',
      };
      return acts(command.conversation, { kind: 'assign', to, note: command.note });
    }
    case 'warn': {
      const { conversation } = command;
      const language = overlay.state(conversation)?.language ?? 'fr';
      const prepared = parts.content.current().responses.find(({ id }) => id === WARNING_RESPONSE);
      if (prepared === undefined || isExpired(prepared, parisDay(parts.clock()))) {
        return refuse('not-available');
      }
      return acts(conversation, { kind: 'warn', text: responseText(prepared, writtenFor(language)) });
    }
    case 'hand-over':
      return resolveHandOver(parts, command, record, overlay);
    case 'question': {
      const { conversation, question } = command;
      const found = parts.content.current().questions?.find(({ id }) => id === question);
      if (found === undefined) return refuse('not-found');
      const language = overlay.state(conversation)?.language ?? 'fr';
      return acts(conversation, { kind: 'question', asked: askedIn(found, language) });
    }
    case 'message': {
      const { conversation, ...act } = command;
      return acts(conversation, { ...act, responses: shared(parts, command.responses) });
    }
    case 'email': {
      const { conversation, ...act } = command;
      const responses = shared(parts, command.responses);
      return acts(conversation, { ...act, canMail: parts.mail !== null, responses });
    }
    default: {
      const { conversation, ...act } = command;
      return acts(conversation, act);
    }
  }
}

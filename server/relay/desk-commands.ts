import { askedIn } from '../../protocol/closed-question.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { isBlocked, sendableCard } from '../../protocol/link-health.ts';
import type { Act, Target } from '../domain/acts.ts';
import { isReceiving } from '../domain/presence.ts';
import { firstInQueue } from '../domain/queue.ts';
import { hasRoom } from '../domain/routing.ts';
import type { Core } from './core.ts';
import { resolveHandOver } from './hand-over.ts';
import type { OfficerRecord } from './officers.ts';
import type { Overlay } from './overlay.ts';
import type { Resolved, refusal } from './requests.ts';

type Parts = Pick<Core, 'officers' | 'content' | 'clock' | 'teller' | 'mail'>;

function acts(conversation: Id, act: Act): Resolved {
  return { kind: 'act', conversation, act };
}

function refuse(code: Parameters<typeof refusal>[0]): Resolved {
  return { kind: 'refused', code };
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
    case 'take-next': {
      if (!room(record)) return refuse('at-capacity');
      const next = firstInQueue(overlay.waiting());
      return next === null ? refuse('queue-empty') : acts(next.conversation, { kind: 'take', hasRoom: true });
    }
    case 'take':
      return acts(command.conversation, { kind: 'take', hasRoom: room(record) });
    case 'redirection': {
      const content = parts.content.current();
      const platform = content.platforms.find(({ id }) => id === command.platform);
      if (platform === undefined) return refuse('unknown-platform');
      if (isBlocked(content, platform)) return refuse('link-blocked');
      return acts(command.conversation, { kind: 'redirection', platform: sendableCard(content, platform) });
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
    case 'hand-over':
      return resolveHandOver(parts, command, record, overlay);
    case 'question': {
      const { conversation, question } = command;
      const found = parts.content.current().questions?.find(({ id }) => id === question);
      if (found === undefined) return refuse('not-found');
      const language = overlay.state(conversation)?.language ?? 'fr';
      return acts(conversation, { kind: 'question', asked: askedIn(found, language) });
    }
    case 'email': {
      const { conversation, text } = command;
      return acts(conversation, { kind: 'email', text, canMail: parts.mail !== null });
    }
    default: {
      const { conversation, ...act } = command;
      return acts(conversation, act);
    }
  }
}

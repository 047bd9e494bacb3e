import type { AbuseReason, LiftReason } from '../../../protocol/abuse.ts';
import type { Entry, EntryBody } from '../../../protocol/entry.ts';
import type { RequestForm } from '../../../protocol/request.ts';
import { covered } from '../../format/masked.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';

type SystemKind = Exclude<
  EntryBody['kind'],
  'message' | 'note' | 'redirection' | 'station' | 'question' | 'email'
>;
export type SystemBody = Extract<EntryBody, { kind: SystemKind }>;

function fullName(author: Entry['author'], text: Catalogue): string {
  if (author.role === 'officer') return `${author.rank} ${author.alias}`;
  return text.conversation.by[author.role];
}

function assignmentLine(body: Extract<EntryBody, { kind: 'assignment' }>, text: Catalogue): string {
  const to = `${body.to.rank} ${body.to.alias}`;
  const { system } = text.conversation;
  switch (body.reason) {
    case 'taken':
      return system.taken(to);
    case 'distributed':
      return system.distributed(to);
    case 'assigned':
      return system.assigned(to);
    case 'transferred':
      return system.transferred(to);
    case 'handed-over':
      return system.handedOver(to);
  }
}

function releaseLine(body: Extract<EntryBody, { kind: 'release' }>, who: string, text: Catalogue): string {
  const { system } = text.conversation;
  switch (body.reason) {
    case 'returned':
      return system.returned(who);
    case 'desk-lost':
      return system.deskLost;
    case 'signed-out':
      return system.signedOut;
    case 'handed-over':
      return body.needs === 'supervisor' ? system.needsSupervisor(who) : system.handedBack(who);
    case 'shift-ended':
      return system.shiftEnded(who);
    case 'transferred':
      return body.group === undefined
        ? text.colleagues.system.transferredToQueue(who)
        : text.colleagues.system.toGroup(who, body.group.name);
    case 'offer-missed':
      return text.colleagues.system.offerMissed;
    case 'unheard':
      return system.unheard;
  }
}

function abuseName(reason: AbuseReason | undefined, text: Catalogue): string | null {
  return reason === undefined ? null : text.personal.abuse.reasons[reason];
}

function liftName(reason: LiftReason | undefined, text: Catalogue): string | null {
  return reason === undefined ? null : text.personal.blocks.reasons[reason];
}

function requestLine(form: RequestForm, text: Catalogue): string {
  const { entry } = text.requests;
  return form.about === 'rights'
    ? entry.rights(form.right, form.concerns)
    : entry.malfunction(form.place === null ? null : covered(form.place, text));
}

/** What happened, in one line, for every entry that nobody said aloud. Empty for messages, notes and cards. */
export function systemLine(entry: Entry, text: Catalogue): string {
  const { body } = entry;
  const { system } = text.conversation;
  const who = fullName(entry.author, text);
  const noted = (line: string, note: string | null) => (note === null ? line : system.withNote(line, note));
  switch (body.kind) {
    case 'opened': {
      if (body.form !== undefined) return requestLine(body.form, text);
      // No line ends within a version.
      const version = body.termsVersion.replaceAll('-', '\u2011');
      return body.subject === null
        ? system.opened(version)
        : system.openedSubject(covered(body.subject, text), version);
    }
    case 'assignment':
      return noted(assignmentLine(body, text), body.note);
    case 'release':
      return noted(releaseLine(body, who, text), body.note);
    case 'consultation': {
      const colleague = `${body.colleague.rank} ${body.colleague.alias}`;
      const { asked, ended } = text.colleagues.consult.system;
      return noted(body.asked ? asked(who, colleague) : ended(colleague), body.note);
    }
    case 'parking':
      return body.parked ? system.parked : system.resumed;
    case 'subject':
      return system.subject(body.subject);
    case 'tags':
      return body.tags.length === 0 ? system.noTags : system.tags(body.tags.join(', '));
    case 'emergency':
      return body.rules.length > 0 ? system.emergencyByRules : system.emergencyBy(who);
    case 'emergency-acknowledged':
      return body.done === undefined
        ? system.acknowledged(who)
        : system.acknowledgedAs(who, text.emergencyActions[body.done]);
    case 'departure':
      return system.left[body.manner];
    case 'deferral':
      return text.deferred.entry.deferral;
    case 'email-outcome':
      return text.deferred.entry.outcome(body.outcome, body.reason);
    case 'address-destroyed':
      return text.deferred.entry.destroyed;
    case 'reveal':
      return text.personal.revealed(who, text.personal.names[body.item]);
    case 'warned':
      return text.personal.abuse.warned(who);
    case 'blocked': {
      const { abuse } = text.personal;
      return abuse.blocked(
        who,
        abuse.targets[body.what],
        abuse.spans[body.hours],
        abuse.reasons[body.reason],
      );
    }
    case 'unblocked':
      return text.personal.abuse.unblocked(who, liftName(body.reason, text));
    case 'exported':
      return text.personal.exported(who, body.reason);
    case 'carried':
      return text.personal.carried(who, body.items.map((kind) => text.personal.names[kind]).join(', '));
    case 'closure':
      return noted(
        system.closed(who, text.dispositions[body.disposition].name, abuseName(body.abuse, text)),
        body.comment,
      );
    case 'orientation':
      return text.silence.orientation(body.path.join(' › '));
    case 'return-phrase':
      return text.silence.phrase;
    case 'return':
      return text.silence.returned;
    case 'silence':
      return body.on ? text.silence.on : text.silence.off;
    case 'message':
    case 'question':
    case 'note':
    case 'redirection':
    case 'station':
    case 'email':
      return '';
  }
}

import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

export const colleagues: Catalogue['colleagues'] = {
  pass: {
    title: (reference) => `Pass ${reference} on`,
    where: 'Destination',
    targets: { colleague: 'A colleague', group: 'A group' },
    group: 'To which group?',
    groupNobody: 'nobody on duty: it will be anybody’s',
    groupOnDuty: (count, all) => `${counted(count, 'en', 'on duty', 'on duty')} of ${all}`,
    groupHelp: 'It goes to the head of the queue, for this group first, then for anybody.',
    chooseGroup: 'Choose a group.',
    note: 'A note for whoever goes on (optional)',
    submitGroup: 'Pass to the group',
  },
  forGroup: (name) => `for ${name}`,
  forGroupMine: (name) => `for your group ${name}`,
  reserved: (name) => `For the group ${name} first`,
  reservedUntil: (name, time) => `For the group ${name} first, until ${time}`,
  present: {
    title: 'Colleagues here',
    nobody: 'Nobody else is reading this conversation.',
    holds: 'holds the conversation',
    reads: 'reads, may add a note',
    unreachable: 'desk unreachable',
  },
  consult: {
    ask: 'Ask for advice',
    title: (reference) => `Ask for advice on ${reference}`,
    help: 'Your colleague will read the conversation and may add notes to it. You alone write to the citizen.',
    note: 'Your question (optional)',
    submit: 'Ask for their advice',
    end: (officer) => `End the advice of ${officer}`,
    endShort: 'End',
    waiting: 'advice asked',
    mark: 'advice asked',
    row: (officer) => `advice asked by ${officer}`,
    blocked: (officer) =>
      `${officer} holds this conversation and asks for your advice: write to them in a note. The citizen does not see it.`,
    system: {
      asked: (officer, colleague) => `${officer} asked ${colleague} for advice`,
      ended: (colleague) => `Advice of ${colleague} ended`,
    },
  },
  notices: {
    asked: (reference, officer) => `${officer} asks for your advice on ${reference}.`,
    whisper: (reference, officer) => `Note by ${officer} on ${reference}.`,
    over: (reference) => `Your advice on ${reference} is no longer asked for.`,
    open: (reference) => `Open ${reference}`,
    openShort: 'Open',
  },
  system: {
    toGroup: (officer, group) => `Passed by ${officer} to the group ${group}`,
    transferredToQueue: (officer) => `Passed by ${officer} to the queue`,
    offerMissed: 'Offered without an answer: back to the queue',
  },
};

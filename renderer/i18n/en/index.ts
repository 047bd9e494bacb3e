import type { Catalogue } from '../catalogue.ts';
import { board } from './board.ts';
import { colleagues } from './colleagues.ts';
import { composer } from './composer.ts';
import { context, dialogs, dispositions, emergencyActions, shortcutNames } from './context.ts';
import { conversation } from './conversation.ts';
import { deferred } from './deferred.ts';
import { editing } from './editing.ts';
import { lists } from './lists.ts';
import { palette } from './palette.ts';
import { personal } from './personal.ts';
import { notices, refusals, unavailable } from './refusals.ts';
import { requests } from './requests.ts';
import { search } from './search.ts';
import { shell, signIn } from './shell.ts';
import { silence } from './silence.ts';

export const english: Catalogue = {
  shell,
  signIn,
  editing,
  lists,
  deferred,
  silence,
  colleagues,
  conversation,
  composer,
  personal,
  context,
  dispositions,
  emergencyActions,
  dialogs,
  shortcutNames,
  board,
  refusals,
  unavailable,
  notices,
  palette,
  requests,
  search,
};

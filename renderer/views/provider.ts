import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { Language } from '../../protocol/language.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import type { Desk } from '../stores/desk.ts';
import type { View } from '../stores/view.ts';

export const DeskContext = createContext<Desk | null>(null);
export const SelfContext = createContext<OfficerSelf | null>(null);

function present<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`${what} is used outside its provider`);
  return value;
}

export function useDesk(): Desk {
  return present(useContext(DeskContext), 'the desk');
}

/** The signed-in officer, inside the shell. */
export function useSelf(): OfficerSelf {
  return present(useContext(SelfContext), 'the officer');
}

/** A part of the view; renders again only when that part changes. */
export function useView<Part>(part: (view: View) => Part): Part {
  return useStore(useDesk().store, part);
}

/** Something computed from the relay's time; renders again only when its result changes. */
export function useClock<Part>(part: (now: number) => Part): Part {
  return useStore(useDesk().clock, ({ now }) => part(now));
}

/** Whether the relay is in reach: what is decided with it can be decided now. */
export function useOnline(): boolean {
  return useView((view) => view.state?.connection === 'online');
}

export function useLanguage(): Language {
  return useView((view) => view.settings.language);
}

/** Every text of the interface, in its language. */
export function useText(): Catalogue {
  return CATALOGUES[useLanguage()];
}

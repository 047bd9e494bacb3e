import type { Language } from '../../protocol/language.ts';
import type { Catalogue } from './catalogue.ts';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';

export const CATALOGUES: Record<Language, Catalogue> = { fr: french, en: english };

import type { suggestionsFr } from './suggestions-fr.ts';

type Words = typeof suggestionsFr;

export const suggestionsEs: Words = {
  title: 'Mientras tanto, estos artículos en inglés pueden responderle',
  keep: 'Se abren aparte: usted conserva su lugar.',
};

export const suggestionsDe: Words = {
  title: 'Inzwischen: Artikel auf Englisch, die Ihnen antworten können',
  keep: 'Sie öffnen sich getrennt: Sie behalten Ihren Platz.',
};

export const suggestionsIt: Words = {
  title: 'Intanto, questi articoli in inglese possono risponderle',
  keep: 'Si aprono a parte: lei conserva il suo posto.',
};

export const suggestionsPt: Words = {
  title: 'Entretanto, estes artigos em inglês podem responder-lhe',
  keep: 'Abrem-se à parte: mantém o seu lugar.',
};

export const suggestionsAr: Words = {
  title: 'في هذه الأثناء، قد تجيبك هذه المقالات (بالإنجليزية)',
  keep: 'تُفتح على حدة: تحتفظ بمكانك.',
};

export const suggestionsUk: Words = {
  title: 'Тим часом вам можуть допомогти ці статті англійською',
  keep: 'Вони відкриваються окремо: ваше місце зберігається.',
};

export const suggestionsZh: Words = {
  title: '等待期间，这些英文文章可能会回答您的问题',
  keep: '它们会单独打开：您的位置会保留。',
};

import type { orientationFr } from './orientation-fr.ts';

type Words = typeof orientationFr;

/**
 * What the chat's page says of the guided orientation, in the languages in which the help centre is not written. The
 * orientation's own pages speak them too: `server/site/orientation-others.ts`, `server/content/orientation.*.json`.
 */
export const orientationEs: Words = {
  guide: '¿Qué ocurre? Déjese guiar',
  chosen: (path) => `Su elección: ${path}. El policía la verá.`,
  change: 'Cambiar',
};

export const orientationDe: Words = {
  guide: 'Was ist los? Lassen Sie sich führen',
  chosen: (path) => `Ihre Wahl: ${path}. Der Polizist wird sie sehen.`,
  change: 'Ändern',
};

export const orientationIt: Words = {
  guide: 'Che cosa succede? Si lasci guidare',
  chosen: (path) => `La sua scelta: ${path}. L’agente la vedrà.`,
  change: 'Cambiare',
};

export const orientationPt: Words = {
  guide: 'O que se passa? Deixe-se guiar',
  chosen: (path) => `A sua escolha: ${path}. O polícia vai vê-la.`,
  change: 'Alterar',
};

export const orientationAr: Words = {
  guide: 'ماذا يحدث؟ دعنا نرشدك',
  chosen: (path) => `اختيارك: ${path}. سيراه الشرطي.`,
  change: 'تغيير',
};

export const orientationUk: Words = {
  guide: 'Що сталося? Ми вас зорієнтуємо',
  chosen: (path) => `Ваш вибір: ${path}. Поліцейський його побачить.`,
  change: 'Змінити',
};

export const orientationZh: Words = {
  guide: '发生了什么？让我们引导您',
  chosen: (path) => `您的选择：${path}。警员会看到。`,
  change: '更改',
};

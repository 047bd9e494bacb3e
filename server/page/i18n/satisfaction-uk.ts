import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionUk: Texts['service']['satisfaction'] = {
  ask: 'Чи отримали ви те, що вам було потрібно?',
  yes: 'Так',
  partly: 'Частково',
  no: 'Ні',
  anonymous: 'За бажанням і анонімно: зберігається лише кількість відповідей за день.',
  thanks: 'Дякуємо, вашу відповідь враховано.',
  failed: 'Вашу відповідь не вдалося врахувати. Нічого страшного.',
};

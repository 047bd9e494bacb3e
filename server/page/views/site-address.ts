import { worn } from '../app/document.ts';
import { usePage } from './context.ts';

/** Addresses of the pages that the relay sends whole, in the language and theme of this one. */
export function useSiteAddress(): (path: string) => string {
  const { display, language } = usePage();
  return (path) => {
    const theme = display.saved().theme ?? worn();
    return `${path}?lang=${language}${theme === 'system' ? '' : `&theme=${theme}`}`;
  };
}

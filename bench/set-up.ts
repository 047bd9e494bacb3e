import { missingPackages, setUpSystem } from '../scripts/setup-tests.ts';

/**
 * Makes sure that the screen, the browser and the libraries a section runs in are there, as the tests do. A quick run
 * has no time to install: it says what is missing, and goes as far as it comes without.
 */
export function setUpBench(quick: boolean, say: (line: string) => void): void {
  if (!quick) {
    setUpSystem(say);
    return;
  }
  const missing = missingPackages();
  if (missing.length > 0)
    say(`not installed: ${missing.join(' ')}; "npm run bench" without --quick installs them`);
}

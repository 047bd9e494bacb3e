import type { Command } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Catalogue } from './catalogue.ts';

/** What an officer asked of the relay. */
export type Asked = Command['kind'] | 'export';

/** Why the relay refused an act, and what to do: of `not-available` it says what is not, which the act tells. */
export function whyRefused(
  code: RefusalCode | 'offline',
  asked: Asked,
  { refusals, unavailable }: Pick<Catalogue, 'refusals' | 'unavailable'>,
): string {
  return (code === 'not-available' ? unavailable[asked] : undefined) ?? refusals[code];
}

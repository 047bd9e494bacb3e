import { type Id, newId } from '../../protocol/ids.ts';

export type OfficerRef = { readonly officer: Id; readonly rank: string; readonly alias: string };

/** Who answered the corpus's conversations. */
export function officers(count: number): readonly OfficerRef[] {
  return Array.from({ length: count }, (_, index) => ({
    officer: newId(),
    rank: 'Gardien de la paix',
    alias: `Alias ${index + 1}`,
  }));
}

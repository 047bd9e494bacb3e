import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Subject } from '../../protocol/entry.ts';
import { ArticleSlug } from '../../protocol/help.ts';
import { CITIZEN_LANGUAGES, type CitizenLanguage, isWritten, writtenFor } from '../../protocol/language.ts';
import { OrientationId } from '../../protocol/orientation.ts';
import { type Platform, PlatformId } from '../../protocol/platform.ts';
import type { Articles } from './articles.ts';
import { ContentError, readDocument, SHIPPED_CONTENT } from './files.ts';

const Label = z.string().min(2).max(60);

/** Where an answer leads: to read, to go to, to a station, or to an officer. */
const End = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), slug: ArticleSlug }),
  z.strictObject({ kind: z.literal('platforms'), ids: z.array(PlatformId).min(1).max(4) }),
  z.strictObject({ kind: z.literal('station') }),
  z.strictObject({ kind: z.literal('queue') }),
]);
export type OrientationEnd = z.infer<typeof End>;

const Leaf = z.strictObject({
  id: OrientationId,
  labelFr: Label,
  labelEn: Label,
  /** What the conversation is about, in French: the officer's proposal when it is closed. */
  subject: Subject,
  end: End,
});
export type OrientationLeaf = z.infer<typeof Leaf>;

function questionOf<Choice extends z.ZodType>(choice: Choice) {
  return z.strictObject({ titleFr: Label, titleEn: Label, choices: z.array(choice).min(2).max(10) });
}

const Branch = z.strictObject({ id: OrientationId, labelFr: Label, labelEn: Label, next: questionOf(Leaf) });
export type OrientationBranch = z.infer<typeof Branch>;

/** Two taps lead anywhere: longer trees lose whoever is in a hurry. */
const Tree = questionOf(z.union([Leaf, Branch]));

/** What is said in a language other than the tree's own two: the questions by the branch they follow, the choices. */
const Labels = z.strictObject({
  title: Label,
  titles: z.record(OrientationId, Label),
  labels: z.record(OrientationId, Label),
});
type Labels = z.infer<typeof Labels>;

/** Languages of the citizen's page whose words stand beside the tree, in `orientation.<language>.json`. */
export const LABELLED_APART = CITIZEN_LANGUAGES.filter((language) => !isWritten(language));

/** "What is happening?", by taps. */
export type Orientation = {
  readonly first: z.infer<typeof Tree>;
  /** The words of a choice. */
  label(choice: OrientationLeaf | OrientationBranch, language: CitizenLanguage): string;
  /** The words of the question after a branch; of the first one for null. */
  title(branch: OrientationBranch | null, language: CitizenLanguage): string;
  branch(id: string): OrientationBranch | null;
  /** An end with the branch it grows on, if it does. */
  leaf(id: string): { readonly leaf: OrientationLeaf; readonly branch: OrientationBranch | null } | null;
  readonly leaves: readonly OrientationLeaf[];
};

/** What was chosen to get to a leaf, in the words of the choices; null for an id that is none. */
export function pathTo(orientation: Orientation, id: string, language: CitizenLanguage): string[] | null {
  const found = orientation.leaf(id);
  if (found === null) return null;
  const steps = found.branch === null ? [found.leaf] : [found.branch, found.leaf];
  return steps.map((step) => orientation.label(step, language));
}

/** Articles that the end "a station" leads to, and the services beside it. */
export const STATION = {
  article: 'trouver-commissariat',
  platforms: ['point-accueil', 'ma-securite'],
} as const;

/** Throws `ContentError` naming the file when `words` names anything but `ids`, each of them. */
function mustName(file: string, words: Readonly<Record<string, string>>, ids: readonly string[]): void {
  const lacking = ids.find((id) => words[id] === undefined);
  if (lacking !== undefined) throw new ContentError(`${file}: "${lacking}" is not there`);
  const unknown = Object.keys(words).find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new ContentError(`${file}: "${unknown}" is not in the tree`);
}

/** The words of the other languages, each complete: a question half translated helps nobody. Throws `ContentError`. */
function readLabels(
  directory: string,
  branches: readonly string[],
  ids: readonly string[],
): ReadonlyMap<CitizenLanguage, Labels> {
  return new Map(
    LABELLED_APART.map((language) => {
      const file = `orientation.${language}.json`;
      const labels = readDocument(directory, file, Labels);
      mustName(file, labels.titles, branches);
      mustName(file, labels.labels, ids);
      return [language, labels];
    }),
  );
}

/**
 * The tree of a directory; null where a service brings its own content and no tree. Throws `ContentError` when it
 * is malformed, names something twice, leads to an article or a service that is not there, or lacks words in a language
 * of the citizen's page.
 */
export function loadOrientation(
  platforms: readonly Platform[],
  articles: Articles,
  directory: string = SHIPPED_CONTENT,
): Orientation | null {
  const file = 'orientation.json';
  if (!existsSync(join(directory, file))) return null;
  const first = readDocument(directory, file, Tree);
  const branches = first.choices.filter((choice) => 'next' in choice);
  const leaves = first.choices.flatMap((choice) => ('next' in choice ? choice.next.choices : [choice]));
  const ids = [...branches, ...leaves].map(({ id }) => id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) throw new ContentError(`${file}: "${double}" used twice`);
  const known = new Set(platforms.map(({ id }) => id));
  const slugs = new Set((articles.get('fr') ?? []).map(({ slug }) => slug));
  for (const { id, end } of leaves) {
    const missing =
      (end.kind === 'article' && !slugs.has(end.slug)) ||
      (end.kind === 'platforms' && end.ids.some((platform) => !known.has(platform))) ||
      (end.kind === 'station' && !slugs.has(STATION.article));
    if (missing) throw new ContentError(`${file}: "${id}" leads to what is not there`);
  }
  const apart = readLabels(
    directory,
    branches.map(({ id }) => id),
    ids,
  );
  return {
    first,
    leaves,
    label: ({ id, labelFr, labelEn }, language) =>
      apart.get(language)?.labels[id] ?? (writtenFor(language) === 'fr' ? labelFr : labelEn),
    title: (branch, language) => {
      const words = apart.get(language);
      const { titleFr, titleEn } = branch?.next ?? first;
      return (
        (branch === null ? words?.title : words?.titles[branch.id]) ??
        (writtenFor(language) === 'fr' ? titleFr : titleEn)
      );
    },
    branch: (id) => branches.find((branch) => branch.id === id) ?? null,
    leaf: (id) => {
      const leaf = leaves.find((each) => each.id === id);
      if (leaf === undefined) return null;
      return { leaf, branch: branches.find(({ next }) => next.choices.includes(leaf)) ?? null };
    },
  };
}

/**
 * What officers answer with and where citizens are sent: canned responses, platforms, tags and the terms of
 * use, as JSON files anyone may read and correct. Loaded once at start; a file that is wrong stops the relay
 * with the name of the item.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannedResponse, placeProblems } from '../../protocol/canned.ts';
import { ClosedQuestion } from '../../protocol/closed-question.ts';
import { Content, EmergencyWords } from '../../protocol/desk-channel.ts';
import { Tag } from '../../protocol/entry.ts';
import { Platform } from '../../protocol/platform.ts';
import { withoutRemarks } from '../../protocol/remarks.ts';
import { ContentError, readDocument, readList, SHIPPED_CONTENT } from './files.ts';

export { ContentError, SHIPPED_CONTENT } from './files.ts';
export { EXAMPLE_PUBLISHER, Publisher, TERMS_VERSION, terms } from './terms.ts';

function refuseDoubles(file: string, what: string, values: readonly string[]): void {
  const doubles = values.filter((value, index) => values.indexOf(value) !== index);
  if (doubles.length > 0) throw new ContentError(`${file}: ${what} used twice: "${doubles.join('", "')}"`);
}

function mistakesIn(response: CannedResponse, platforms: ReadonlySet<string>): string[] {
  const mistakes = [response.textFr, response.textEn].flatMap(placeProblems).map(({ problem, place }) => {
    if (problem === 'brace') return 'a brace without its pair';
    return problem === 'no-fallback' ? `${place} declares no fallback` : `unknown variable ${place}`;
  });
  for (const id of response.platforms ?? []) {
    if (!platforms.has(id)) mistakes.push(`unknown platform "${id}"`);
  }
  return mistakes;
}

/**
 * The platforms, responses and tags of a directory (the shipped ones by default), and its `emergency.json` and
 * `questions.json` or the shipped ones. `version` is a short
 * SHA-256 of all of it, so a desk knows whether what it has cached is still in force. Throws `ContentError`
 * naming the file and the item when something is malformed, doubled, or refers to what does not exist. A platform with a
 * remark such as "to be checked" where citizens read is unverified, and they do not read it.
 */
export function loadContent(directory: string = SHIPPED_CONTENT): Content {
  const platforms = readList(directory, 'platforms.json', Platform).map(withoutRemarks);
  const responses = readList(directory, 'responses.json', CannedResponse);
  const tags = readList(directory, 'tags.json', Tag);
  // What to say first is the same everywhere until somebody writes it otherwise.
  const procedure = existsSync(join(directory, 'emergency.json')) ? directory : SHIPPED_CONTENT;
  const emergency = readDocument(procedure, 'emergency.json', EmergencyWords);
  const asked = existsSync(join(directory, 'questions.json')) ? directory : SHIPPED_CONTENT;
  const questions = readList(asked, 'questions.json', ClosedQuestion);

  refuseDoubles(
    'platforms.json',
    'id',
    platforms.map(({ id }) => id),
  );
  refuseDoubles(
    'responses.json',
    'id',
    responses.map(({ id }) => id),
  );
  refuseDoubles(
    'responses.json',
    'shortcut',
    responses.map(({ shortcut }) => shortcut),
  );
  refuseDoubles('tags.json', 'tag', tags);
  refuseDoubles(
    'questions.json',
    'id',
    questions.map(({ id }) => id),
  );

  const known = new Set(platforms.map(({ id }) => id));
  const wrong = responses
    .map((response) => ({ id: response.id, mistakes: mistakesIn(response, known) }))
    .filter(({ mistakes }) => mistakes.length > 0)
    .map(({ id, mistakes }) => `"${id}": ${mistakes.join('; ')}`);
  if (wrong.length > 0) throw new ContentError(`responses.json: ${wrong.join(' | ')}`);

  return Content.parse(versioned({ platforms, responses, tags, emergency, questions }));
}

/** The content with its version: a short SHA-256 of all of it. How its links stand is no part of it. */
export function versioned({ health: _, ...told }: Omit<Content, 'version'>): Content {
  const version = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
  return { ...told, version };
}

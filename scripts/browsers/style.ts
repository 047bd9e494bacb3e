import type { Identifier } from '@mdn/browser-compat-data';
import { bcd } from './data.ts';
import { type Floors, lacking } from './floors.ts';

const {
  properties,
  selectors,
  'at-rules': atRules,
} = bcd.css as Readonly<Record<string, Readonly<Record<string, Identifier>>>>;

/**
 * What a style sheet uses that a promised browser lacks, by name: properties, selectors, at-rules. What stands under
 * `@supports` asks first, and is let through; so are prefixed names, which others pass over.
 */
export function lackingInStyle(source: string, floors: Floors): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const report = (name: string, feature: Identifier | undefined): void => {
    const browsers = lacking(feature, floors);
    if (browsers !== null && browsers.length > 0) found.set(name, browsers);
  };
  const css = source.replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
  const preludes: string[] = [];
  for (const [piece, text = '', end] of css.matchAll(/([^{};]*)([{};]|$)/g)) {
    if (piece === '') break;
    const asked = preludes.some((prelude) => prelude.startsWith('@supports'));
    const words = text.trim();
    if (!asked) look(words, end === '{', report);
    if (end === '{') preludes.push(words);
    else if (end === '}') preludes.pop();
  }
  return found;
}

function look(
  words: string,
  opens: boolean,
  report: (name: string, feature: Identifier | undefined) => void,
): void {
  const atRule = /^@([\w-]+)/.exec(words)?.[1];
  if (atRule !== undefined) report(`@${atRule}`, atRules?.[atRule]);
  else if (opens) {
    for (const [pseudo, name = ''] of words.matchAll(/::?([a-z][\w-]*)/g)) report(pseudo, selectors?.[name]);
  } else {
    const property = /^([a-z][\w-]*)\s*:/.exec(words)?.[1];
    if (property !== undefined) report(property, properties?.[property]);
  }
}

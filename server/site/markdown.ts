import markdownIt from 'markdown-it';
import { Html } from './html.ts';

/**
 * Prose alone: paragraphs, lists, headings, emphasis. Raw HTML, links and images are not understood, they come
 * out as the text they are; addresses come from the catalogue of platforms, never from a text.
 */
const parser = markdownIt('zero', { html: false, linkify: false, typographer: false }).enable([
  'heading',
  'list',
  'emphasis',
  'newline',
  // So that a name of the deployment may hold an asterisk.
  'escape',
]);

/** Markdown as HTML; the title of the page is its `h1`, so texts begin at `##`. */
export function markdown(text: string): Html {
  return new Html(parser.render(text));
}

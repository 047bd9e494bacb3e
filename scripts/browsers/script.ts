import type { Identifier } from '@mdn/browser-compat-data';
import { parseAst } from 'vite';
import { bcd } from './data.ts';
import { type Floors, lacking } from './floors.ts';

type Node = { readonly type: string; readonly [part: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function children(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** What is known of a global name: an interface of the browser, a built-in of the language. */
function globalNamed(name: string): Identifier | undefined {
  const { api } = bcd;
  const known = Object.hasOwn(api, name) ? api[name] : bcd.javascript['builtins']?.[name];
  return known?.__compat === undefined ? undefined : known;
}

/** Every member that some interface or built-in has, by its name. */
const MEMBERS: ReadonlyMap<string, readonly Identifier[]> = (() => {
  const members = new Map<string, Identifier[]>();
  for (const owners of [bcd.api, bcd.javascript['builtins'] ?? {}]) {
    for (const owner of Object.values(owners)) {
      for (const [name, feature] of Object.entries(owner)) {
        if (name === '__compat') continue;
        const plain = name.replace(/_static$/, '');
        members.set(plain, [...(members.get(plain) ?? []), feature as Identifier]);
      }
    }
  }
  return members;
})();

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;
}

function isFunction(value: unknown): boolean {
  return isNode(value) && /^(Arrow)?Function/.test(value.type);
}

/** The name that a node gives to a member of something of the script's own, if it does. */
function named(node: Node): string | null {
  if (['Property', 'MethodDefinition', 'PropertyDefinition'].includes(node.type)) return nameOf(node['key']);
  const { left, right } = node;
  if (node.type !== 'AssignmentExpression' || !isFunction(right) || !isNode(left)) return null;
  return left.type === 'MemberExpression' ? nameOf(left['property']) : null;
}

/** Names that scripts themselves give to members: those are not the browser's. */
export function ownNames(sources: readonly string[]): ReadonlySet<string> {
  const own = new Set<string>();
  const visit = (node: Node): void => {
    const name = named(node);
    if (name !== null) own.add(name);
    for (const child of children(node)) visit(child);
  };
  for (const source of sources) visit(parseAst(source) as unknown as Node);
  return own;
}

/**
 * What a built script uses that a promised browser lacks, by name: globals, members of globals, and members that no
 * interface had then. `own` names are the scripts'. Blind to what only a type could tell (a new method with an old name); the syntax is the build's.
 */
export function lackingInScript(
  source: string,
  floors: Floors,
  own: ReadonlySet<string> = ownNames([source]),
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const root = parseAst(source) as unknown as Node;
  const report = (name: string, browsers: readonly string[] | null): void => {
    if (browsers !== null && browsers.length > 0) found.set(name, browsers);
  };
  const member = (object: unknown, name: string): void => {
    const owner = nameOf(object);
    const known = owner === null ? undefined : globalNamed(owner);
    const exact = known?.[name] ?? known?.[`${name}_static`];
    if (exact !== undefined) {
      report(`${owner}.${name}`, lacking(exact as Identifier, floors));
      return;
    }
    // Of a name that several interfaces have, one that all browsers have is enough: which is meant, only types know.
    const all = (MEMBERS.get(name) ?? []).map((feature) => lacking(feature, floors));
    if (own.has(name) || all.some((browsers) => browsers?.length === 0)) return;
    report(`.${name}`, all.find((browsers) => browsers !== null) ?? null);
  };
  const visit = (node: Node): void => {
    if (node.type === 'MemberExpression' && node['computed'] === false) {
      const name = nameOf(node['property']);
      if (name !== null) member(node['object'], name);
      if (isNode(node['object'])) visit(node['object']);
      return;
    }
    const name = nameOf(node);
    if (name !== null) report(name, lacking(globalNamed(name), floors));
    for (const child of children(node)) visit(child);
  };
  visit(root);
  return found;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import * as z from 'zod';

/** Milliseconds for Firefox to start, and for each question to it. */
const PATIENCE = 30_000;

const Answer = z.object({ id: z.number(), result: z.unknown().optional(), error: z.string().optional() });
const Nodes = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) });
const Value = z.object({ result: z.object({ value: z.unknown().optional() }) });
const Context = z.object({ context: z.string() });
const Tree = z.object({ contexts: z.array(z.object({ url: z.string() })) });

type Key = { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

/**
 * Debian's own Firefox, spoken to as browsers agreed on (WebDriver BiDi), because Playwright drives only a Firefox of
 * its own making. No more of the protocol than the tests need.
 */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: z.infer<typeof Answer>) => void>();
  #asked = 0;

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = Answer.safeParse(JSON.parse(String(data)));
      if (!answer.success) return;
      this.#waiting.get(answer.data.id)?.(answer.data);
      this.#waiting.delete(answer.data.id);
    });
  }

  /** Starts it without a screen, in a profile of its own that prefers `languages`. */
  static async launch(executable: string, languages: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'permanence-firefox-'));
    const preferences = { 'intl.accept_languages': languages, 'browser.shell.checkDefaultBrowser': false };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const child = spawn(
      executable,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
    );
    const address = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Firefox did not start')), PATIENCE);
      createInterface({ input: child.stderr }).on('line', (line) => {
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const firefox = new Firefox(child, profile, socket);
    await firefox.ask('session.new', { capabilities: {} });
    return firefox;
  }

  async ask(method: string, params: object): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = await new Promise<z.infer<typeof Answer>>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      this.#waiting.set(id, (given) => {
        clearTimeout(timer);
        resolve(given);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error}`);
    return answer.result;
  }

  /** A tab of the size of a telephone. */
  async page(): Promise<FirefoxPage> {
    const { context } = Context.parse(await this.ask('browsingContext.create', { type: 'tab' }));
    await this.ask('browsingContext.setViewport', { context, viewport: { width: 390, height: 844 } });
    return new FirefoxPage(this, context);
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#socket.close();
    this.#process.kill('SIGTERM');
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class FirefoxPage {
  readonly #firefox: Firefox;
  readonly #context: string;

  constructor(firefox: Firefox, context: string) {
    this.#firefox = firefox;
    this.#context = context;
  }

  async goto(url: string): Promise<void> {
    await this.#firefox.ask('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  async url(): Promise<string> {
    const tree = Tree.parse(await this.#firefox.ask('browsingContext.getTree', { root: this.#context }));
    return tree.contexts[0]?.url ?? '';
  }

  /** What a JavaScript expression is in the page: text, number, boolean or nothing. */
  async value(expression: string): Promise<unknown> {
    const answer = await this.#firefox.ask('script.evaluate', {
      expression,
      target: { context: this.#context },
      awaitPromise: false,
    });
    return Value.parse(answer).result.value;
  }

  text(): Promise<unknown> {
    return this.value('document.body.innerText');
  }

  /** The first element of this role and name, as assistive technology has them, once it is there. */
  async find(role: string, name: string): Promise<string> {
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      const answer = await this.#firefox.ask('browsingContext.locateNodes', {
        context: this.#context,
        locator: { type: 'accessibility', value: { role, name } },
        maxNodeCount: 1,
      });
      const [node] = Nodes.parse(answer).nodes;
      if (node !== undefined) return node.sharedId;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no ${role} "${name}"`);
  }

  async click(role: string, name: string): Promise<void> {
    const element = { sharedId: await this.find(role, name) };
    await this.#firefox.ask('script.callFunction', {
      functionDeclaration: '(element) => element.scrollIntoView({ block: "center" })',
      arguments: [element],
      target: { context: this.#context },
      awaitPromise: false,
    });
    await this.#act('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    await this.#act(
      'key',
      [...text].flatMap((value) => stroke(value)),
    );
  }

  async #act(type: 'key' | 'pointer', actions: readonly object[]): Promise<void> {
    await this.#firefox.ask('input.performActions', {
      context: this.#context,
      actions: [{ type, id: type, actions }],
    });
  }
}

function stroke(value: string): readonly Key[] {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}

/** The Shift key, as WebDriver writes it. */
export const SHIFT = '\uE008';

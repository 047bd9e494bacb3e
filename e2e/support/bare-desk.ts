import WebSocket from 'ws';
import * as z from 'zod';
import { deskArguments } from '../../scripts/desk.ts';
import { type Started, start } from '../../scripts/processes.ts';
import { ANSWER } from './ask-window.ts';
import { environment, program, runtime, SCREENLESS, type Workstation } from './desk.ts';

/** A loaded machine starts slowly; milliseconds. */
const PATIENCE = 25_000;

const Answer = z.object({
  id: z.number(),
  result: z.object({
    result: z.object({ value: z.unknown().optional() }),
    exceptionDetails: z.unknown().optional(),
  }),
});

/**
 * A desk whose window no debugger looks into: Chromium tells of no hang while one is attached, and Playwright always
 * is. Only its main process is asked, through the inspector of Node.
 */
export class BareDesk {
  readonly #process: Started;
  readonly #socket: WebSocket;
  #asked = 0;

  private constructor(process: Started, socket: WebSocket) {
    this.#process = process;
    this.#socket = socket;
  }

  /** Starts a desk, once more where its window did not come in time on a machine that is too busy, and says so. */
  static async open(workstation: Workstation, relay: string): Promise<BareDesk> {
    try {
      return await BareDesk.#start(workstation, relay);
    } catch (error) {
      process.stderr.write(`${String(error).split('\n', 1)[0]}: starting the desk once more.\n`);
      return BareDesk.#start(workstation, relay);
    }
  }

  static async #start(workstation: Workstation, relay: string): Promise<BareDesk> {
    const { electronPath } = runtime();
    const args = [
      '--inspect=0',
      ...SCREENLESS,
      ...deskArguments({ runtime: runtime(), relay, userData: workstation.userData }),
    ];
    const desk = start(program(workstation, electronPath), args, {
      name: 'desk',
      env: environment(workstation),
    });
    try {
      const [, address = ''] = await desk.line(/Debugger listening on (ws:\S+)/, PATIENCE);
      await desk.line(/"window-shown"/, PATIENCE);
      const socket = new WebSocket(address);
      await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
      return new BareDesk(desk, socket);
    } catch (error) {
      await desk.kill();
      throw error;
    }
  }

  /** Runs a function body in the main process, with `electron` at hand, and answers what it returns. */
  evaluate(body: string): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const electron = `process.getBuiltinModule('module').createRequire(process.execPath)('electron')`;
    const expression = `(async (electron) => { ${body} })(${electron})`;
    return new Promise((answered, failed) => {
      const hear = (data: WebSocket.RawData) => {
        const parsed = Answer.safeParse(JSON.parse(String(data)));
        if (!parsed.success || parsed.data.id !== id) return;
        this.#socket.off('message', hear);
        const { result, exceptionDetails } = parsed.data.result;
        if (exceptionDetails === undefined) answered(result.value);
        else failed(new Error(`the main process: ${JSON.stringify(exceptionDetails)}`));
      };
      this.#socket.on('message', hear);
      const params = { expression, awaitPromise: true, returnByValue: true };
      this.#socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    });
  }

  /**
   * Runs a script in the window. Fails where that does not answer in time: a page that goes while it is asked takes
   * the question with it.
   */
  inWindow(script: string): Promise<unknown> {
    return this.evaluate(`
      const [window] = electron.BrowserWindow.getAllWindows();
      return Promise.race([
        window.webContents.executeJavaScript(${JSON.stringify(script)}),
        new Promise((_, failed) => setTimeout(failed, ${ANSWER}, new Error('the window does not answer'))),
      ]);
    `);
  }

  get log(): readonly string[] {
    return this.#process.lines;
  }

  async kill(): Promise<void> {
    this.#socket.terminate();
    await this.#process.kill();
  }
}

import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { perSecond, post } from './post.ts';

/** Reads a body, answers a few bytes. */
const SERVER = `
  const server = require('node:http').createServer((request, response) => {
    request.on('data', () => {}).on('end', () => response.end('ok'));
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** An HTTP server that does nothing, in a process of its own: what Node and this generator reach at most. */
export class BareHttp {
  readonly #process: ReturnType<typeof spawn>;
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(child: ReturnType<typeof spawn>, port: string) {
    this.#process = child;
    this.#url = new URL(`http://127.0.0.1:${port}/`);
  }

  static async open(): Promise<BareHttp> {
    const child = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
    );
    return new BareHttp(child, port);
  }

  /** Keeps `inFlight` requests of `size` bytes under way for `ms`. Answers requests a second. */
  run(inFlight: number, ms: number, size: number): Promise<number> {
    const body = new Uint8Array(size);
    return perSecond(inFlight, ms, () => post(this.#url, this.#agent, body));
  }

  close(): void {
    this.#agent.destroy();
    this.#process.kill();
  }
}

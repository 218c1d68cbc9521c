import { seededRandom, toBase64Url, unwrap } from '@holdfast/base';
import type { CborValue, Verb } from '@holdfast/protocol';
import { decodeCbor, encodeCbor, ERROR_STATUS, VERBS } from '@holdfast/protocol';
import { Supply } from '@holdfast/testing/server-contract-kit';
import { sodiumPhone } from '@holdfast/testing/sodium-phone';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../test-support/server.ts';
import { startTestServer } from '../test-support/server.ts';
import { setStage } from '../test-support/stage.ts';

const DAY = '2026-11-21';
/** `npm run fuzz:long` asks for a million. */
const REQUESTS = Number(process.env['HOLDFAST_FUZZ'] ?? 1_500);
/** After so many, new accounts and spaces: what was altered may have closed the old ones. */
const BATCH = 750;

interface Said {
  readonly verb: Verb;
  readonly request: CborValue;
  readonly token: Uint8Array | undefined;
}
type Below = (n: number) => number;

describe('requests of phones that were altered on the way', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const dice = seededRandom(2027);
  const below: Below = (n) => new DataView(dice.bytes(4).buffer).getUint32(0) % n;

  /** What a stage of the authority test and a person's phone say to the server, with the sessions they say it in. */
  async function record(supply: Supply): Promise<Said[]> {
    const said: Said[] = [];
    const transport: TestServer['transport'] = {
      ...server.transport,
      call(verb, request, token) {
        said.push({ verb, request: request as CborValue, token });
        return server.transport.call(verb, request, token);
      },
    };
    await setStage(transport, supply, server.clock.now());
    const sam = await sodiumPhone({ transport });
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.setTodayLine('A line.'));
    unwrap(await sam.api.makeCard());
    unwrap(await sam.api.invite({ name: 'Ana', how: 'link', language: 'en' }));
    unwrap(await sam.api.sync());
    return said;
  }

  async function post({ verb, token }: Said, body: Uint8Array): Promise<void> {
    const answer = await fetch(`${server.origin}/api/v1/${verb}`, {
      method: 'POST',
      body: body as Uint8Array<ArrayBuffer>,
      headers: {
        'content-type': 'application/cbor',
        ...(token ? { authorization: `Bearer ${toBase64Url(token)}` } : {}),
      },
    });
    const decoded = unwrap(decodeCbor(new Uint8Array(await answer.arrayBuffer())));
    if (answer.status === 200) return expect(v.is(VERBS[verb].response, decoded), verb).toBe(true);
    const { error } = decoded as { error: keyof typeof ERROR_STATUS };
    expect(ERROR_STATUS[error], `${verb} ${error}`).toBe(answer.status);
    expect(['unavailable', 'full'], verb).not.toContain(error);
  }

  it(
    `[OPS-6] are each answered, ${REQUESTS} of them, by what was asked for or by a refusal with its code`,
    { timeout: 24 * 3_600_000 },
    async () => {
      for (let sent = 0; sent < REQUESTS; sent += BATCH) {
        const said = await record(new Supply(seededRandom(3_000 + sent)));
        expect(new Set(said.map(({ verb }) => verb)).size).toBeGreaterThan(15);
        for (let n = 0; n < Math.min(BATCH, REQUESTS - sent); n++) {
          const one = said[below(said.length)]!;
          const other = said[below(said.length)]!;
          // Under its own session, or somebody else's.
          const as = below(8) === 0 ? { ...one, token: other.token } : one;
          await post(as, altered(one.request, other.request, below));
        }
        expect(server.log.filter((line) => /bug|database/.test(line))).toEqual([]);
      }
    },
  );
});

/** The request with something in it cut, changed, moved, left out or taken from another one; or its bytes changed. */
function altered(request: CborValue, other: CborValue, below: Below): Uint8Array {
  if (below(4) === 0) {
    const bytes = encodeCbor(request).slice();
    for (let flips = 1 + below(3); flips > 0; flips--) bytes[below(bytes.length)]! ^= 1 << below(8);
    return bytes;
  }
  const copy = structuredClone(request);
  const places = placesOf(copy);
  const place = places[below(places.length || 1)];
  if (!place) return encodeCbor({ extra: 1 });
  const { holder, name } = place;
  const values = placesOf(other).map((from) => from.holder[from.name]!);
  if (below(6) === 0) delete holder[name];
  else if (below(4) === 0) holder[name] = values[below(values.length || 1)] ?? null;
  else holder[name] = bent(holder[name]!, below);
  return encodeCbor(copy);
}

type Holder = Record<string, CborValue>;
/** Every value inside of a request, with what holds it. */
function placesOf(value: CborValue): { holder: Holder; name: string }[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesOf(holder[name]!)]);
}

/** Another value of much the same kind. */
function bent(value: CborValue, below: Below): CborValue {
  if (typeof value === 'number') return [0, -1, value + 1, value - 1, 2 ** 53 - 1, 0.5, 1e300][below(7)]!;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string')
    return [value.slice(0, -1), `${value}A`, value.toUpperCase(), '', '\0', 'ÿ'.repeat(9_999)][below(6)]!;
  if (value instanceof Uint8Array) {
    const at = below(value.length || 1);
    const longer = new Uint8Array(value.length + 1);
    longer.set(value);
    const flipped = value.map((byte, i) => (i === at ? byte ^ (1 << below(8)) : byte));
    return [flipped, value.slice(0, at), longer, new Uint8Array(0), new Uint8Array(300_000)][below(5)]!;
  }
  if (Array.isArray(value))
    return [[], [...value, ...value], value.slice(1), value.toReversed(), Array(300).fill(value[0] ?? 0)][
      below(5)
    ]!;
  return [null, {}, [], 5, { ...(value as object), extra: 1 } as CborValue][below(5)]!;
}

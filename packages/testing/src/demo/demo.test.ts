import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TestClock, seededRandom, unwrap } from '@holdfast/base';
import { dialable, historyOf } from '@holdfast/recovery';
import { lintCatalogue } from '@holdfast/safety';
import { describe, expect, it } from 'vitest';
import { findCanaries } from '../canary.ts';
import { fakePrimitives } from '../fake-primitives.ts';
import { FakeServer } from '../fake-server.ts';
import { phone } from '../household.ts';
import type { DemoHousehold } from './household.ts';
import { DEMO_HOUSEHOLDS } from './household.ts';
import { makeHousehold } from './make-household.ts';
import { DEMO_WORDS, sayHousehold } from './say.ts';

const HOUR = 3_600_000;
/** 2026-11-21, 07:30 in a place two hours ahead of UTC: before the hour of today's check-in. */
const MOMENT = { now: Date.UTC(2026, 10, 21, 5, 30), aheadOfUtc: 2 * HOUR };

async function make(household: DemoHousehold) {
  const primitives = fakePrimitives(seededRandom(11));
  const clock = new TestClock(MOMENT.now);
  const server = new FakeServer({
    random: seededRandom(12),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
  const buy = () => phone({ primitives, transport: server.transportFor(), clock: new TestClock(MOMENT.now) });
  return { made: await makeHousehold(household, buy, MOMENT), buy, server };
}

describe.each(Object.values(DEMO_HOUSEHOLDS))('the invented household, $language', (household) => {
  it('opens on a new phone with every code that it prints', async () => {
    const { made, buy } = await make(household);
    expect(made.accounts.map(({ name }) => name)).toEqual(['Sam', 'Ana', 'Bea']);
    const opened = [buy(), buy(), buy()];
    for (const [i, { code }] of made.accounts.entries()) unwrap(await opened[i]!.api.recover(code));

    const [sam, ana, bea] = opened.map(({ api }) => api);
    expect(await sam!.profile()).toMatchObject({ name: 'Sam', begun: '2026-10-16' });
    expect(await sam!.records('person')).toHaveLength(household.peopleToRing.length);
    expect(await sam!.circle()).toMatchObject([
      { name: 'Ana', shares: [{ category: 'today' }] },
      { name: 'Bea', shares: [{ category: 'today' }] },
    ]);
    for (const supporter of [ana!, bea!]) {
      expect(await supporter.sharedWithMe()).toMatchObject([{ name: 'Sam', line: household.todayLine }]);
      expect(await supporter.records('check-in')).toEqual([]);
    }
    expect(await sam!.status()).toMatchObject({
      onlyHere: 0,
      copyAtServer: true,
      alarm: 'none',
      newDevices: [],
    });
  });

  it('has about five weeks behind it, with days left out, and nothing from the future', async () => {
    const { made } = await make(household);
    const checkIns = await made.phones[0]!.api.records('check-in');
    const history = historyOf(checkIns);
    expect(history.at(0)?.day).toBe('2026-11-21');
    expect(history.at(-1)?.day).toBe('2026-10-16');
    expect(history.length).toBeGreaterThan(25);
    expect(history.length).toBeLessThan(36);
    for (const { at, day } of checkIns) {
      expect(at).toBeLessThan(MOMENT.now);
      expect(new Date(at + MOMENT.aheadOfUtc).toISOString().slice(0, 10)).toBe(day);
    }
    expect(checkIns.some(({ urge }) => urge === null)).toBe(true);
    expect(checkIns.filter(({ words }) => words !== '').length).toBeGreaterThan(15);
  });

  it('leaves no word of it at the server', async () => {
    const { server } = await make(household);
    const secrets = [household.todayLine, ...household.checkIns.map(({ words }) => words)].filter(
      (text) => text.length > 8,
    );
    const stored = [...server.state.spaces.values()].flatMap(({ log }) => log);
    expect(stored.length).toBeGreaterThan(10);
    expect(stored.flatMap((bytes) => findCanaries(secrets, bytes))).toEqual([]);
  });

  it('is told in careful words, and rings nobody real', () => {
    const { language, checkIns, todayLine, peopleToRing, supporters, relation } = household;
    const said = Object.values(DEMO_WORDS[language]).map((text) =>
      typeof text === 'string' ? text : text('http://localhost:8080'),
    );
    const texts = [todayLine, relation, ...supporters.map((each) => each.relation), ...said];
    const all = { texts, words: checkIns.map(({ words }) => words) };
    expect(lintCatalogue(language, all, 'general')).toEqual([]);
    for (const { number } of peopleToRing) {
      expect(dialable(number)).toMatch(language === 'en' ? /^07700900\d{3}$/ : /^\+120255501\d\d$/);
    }
  });

  it('says that it is invented and open to whoever looks, with every code', async () => {
    const { made } = await make(household);
    const said = sayHousehold(household.language, 'http://localhost:8080', made.accounts);
    for (const { code } of made.accounts) {
      expect(code).toMatch(/^([0-9A-Z]{4} ){6}[0-9A-Z]{4}$/);
      expect(said).toContain(code);
    }
    expect(said).toContain(DEMO_WORDS[household.language].invented);
    expect(said).toContain('http://localhost:8080/recover');
  });
});

describe('npm run demo', () => {
  it('says what to do when no server answers', async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    // Port 9 (discard) is not listened to, and fetch refuses it besides.
    const env = { ...process.env, HOLDFAST_URL: 'http://127.0.0.1:9/' };
    const child = spawn(process.execPath, [main], { env });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(1);
    expect(said).toBe(`${DEMO_WORDS.en.nobody('http://127.0.0.1:9')}\n`);
  });
});

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock, systemRandom, systemTimers } from '@holdfast/base';
import { readConfig } from './config.ts';
import { connect } from './db/connect.ts';
import { memoryFile } from './db/memory-file.ts';
import { loadSite, withJson } from './http/site.ts';
import { jsonLogger } from './log.ts';
import { loadPacks } from './packs/load-packs.ts';
import { startPostgres } from './postgres/embedded.ts';
import { pushKeyFile } from './push/key-file.ts';
import { pushSender, subjectOf } from './push/send.ts';
import { startServer } from './server.ts';
import { DEFAULT_LIMITS } from './session/rate-limits.ts';
import { loadVerify } from './verify.ts';

const logger = jsonLogger((line) => process.stderr.write(`${line}\n`), systemClock);

/** Ends with a sentence for the host. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const read = readConfig(process.env, fileURLToPath(new URL('../../web/build', import.meta.url)));
if (!read.ok) giveUp(read.error);
const config = read.value;

const site = await loadSite(config.webDir).catch(() =>
  giveUp(
    `The web app in ${config.webDir} cannot be read; perhaps it is being built. Start again when that is done.`,
  ),
);

const packs = await loadPacks(
  config.packsDir ?? join(config.dataDir, 'packs'),
  new Date(systemClock.now()).toISOString().slice(0, 10),
  config.packsDir !== undefined,
);
for (const sentence of packs.sentences) process.stderr.write(`${sentence}\n`);

const postgres =
  config.databaseUrl === undefined
    ? await startPostgres({
        dataDir: config.dataDir,
        log: logger,
        onDeath: () =>
          giveUp('The bundled PostgreSQL stopped by itself. Its log is postgres.log in the data folder.'),
      })
    : undefined;
if (postgres?.ok === false) giveUp(postgres.error.message);

const db = connect(
  config.databaseUrl === undefined ? postgres!.value.connection : { connectionString: config.databaseUrl },
);
const leave = async (): Promise<void> => {
  await db.destroy();
  await postgres?.value.stop();
};

const server = await startServer({
  ...config,
  db,
  memory: memoryFile(config.dataDir),
  site: withJson(site, '/packs.json', packs.json),
  limits: DEFAULT_LIMITS,
  verify: await loadVerify(),
  pushKey: await pushKeyFile(config.dataDir, systemRandom),
  sendPush: pushSender({ subject: subjectOf(config.publicUrl) }),
  clock: systemClock,
  timers: systemTimers,
  random: systemRandom,
  logger,
}).catch((error: NodeJS.ErrnoException) => ({
  ok: false as const,
  error: `Holdfast cannot use its database (${error.code ?? error.name}). Check DATABASE_URL and that PostgreSQL runs.`,
}));
if (!server.ok) {
  await leave();
  giveUp(server.error);
}

const stop = async (): Promise<void> => {
  await server.value.stop();
  await leave();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

const url = config.publicUrl ?? `http://localhost:${server.value.port}`;
process.stdout.write(`Holdfast is ready at ${url}\nIts data is in ${config.dataDir}\n`);
if (config.publicUrl === undefined)
  process.stdout.write(
    'PUBLIC_URL is not set: from other machines the help pages open, and pages of one’s own do not. Set it to the https address that people open.\n',
  );

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';

export interface Config {
  /** Folder for the bundled database and for what the server remembers about its database. */
  readonly dataDir: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** An external PostgreSQL; without it the bundled one runs. */
  readonly databaseUrl: string | undefined;
  /** The origin people see, for example https://holdfast.example. Without it, pages of one's own open at localhost only. */
  readonly publicUrl: string | undefined;
  /** Whether one proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
  /** The host says that the database came from a backup. */
  readonly restored: boolean;
  /** Country packs and lines of the host's own. Without it, `packs` in the data folder, if there is one. */
  readonly packsDir: string | undefined;
  /** The built web app. */
  readonly webDir: string;
}

type Env = Readonly<Record<string, string | undefined>>;
class Wrong extends Error {}

/** The configuration in the environment, or a sentence for the host on what is wrong with it. */
export function readConfig(env: Env, webDir: string): Result<Config, string> {
  try {
    return ok({
      dataDir: resolve(env['HOLDFAST_DATA'] || join(homedir(), '.holdfast')),
      port: portOf(env['PORT']),
      host: env['HOST'] || '0.0.0.0',
      databaseUrl: databaseOf(env['DATABASE_URL']),
      publicUrl: originOf(env['PUBLIC_URL']),
      trustProxy: flagOf('TRUST_PROXY', env),
      restored: flagOf('HOLDFAST_RESTORED', env),
      packsDir: env['HOLDFAST_PACKS'] ? resolve(env['HOLDFAST_PACKS']) : undefined,
      webDir: resolve(env['HOLDFAST_WEB'] || webDir),
    });
  } catch (error) {
    if (error instanceof Wrong) return err(error.message);
    throw error;
  }
}

function portOf(text: string | undefined): number {
  if (!text) return 8080;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Wrong(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function databaseOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address holds a password, so it is never repeated in a message.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Wrong('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return text;
}

function originOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new Wrong(
      `PUBLIC_URL must be the address people open and nothing more, like https://holdfast.example, not "${text}".`,
    );
  }
  return url.origin;
}

function flagOf(name: string, env: Env): boolean {
  const text = env[name];
  if (!text || text === '0' || text === 'false') return false;
  if (text === '1' || text === 'true') return true;
  throw new Wrong(`${name} must be 1 or 0, not "${text}".`);
}

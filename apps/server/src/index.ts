export { connect } from './db/connect.ts';
export type { RunningServer, ServerParts } from './server.ts';
export { startServer } from './server.ts';

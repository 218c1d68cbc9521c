/**
 * Loaded into the programs that `runUntilEnd` starts. When the starter is killed outright, its channel closes,
 * and the program ends as if it had been asked to: the server stops PostgreSQL cleanly.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

import { chooseDataFolder } from '../../apps/server/src/postgres/data-folder.ts';
import { checkout } from './place.mjs';

/** Loaded before the server, on a Node that reads TypeScript: names the data folder when the host did not. */
process.env['HOLDFAST_DATA'] = await chooseDataFolder({
  named: process.env['HOLDFAST_DATA'],
  checkout,
  uid: process.getuid?.(),
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, putBack, UpkeepError } from './upkeep.ts';

/** `npm run restore -- <copy> [--keys <folder>]`: puts a copy in an empty data folder, with the server stopped, and opens every board in it. */
await command(async (settings) => {
  const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new UpkeepError('geef de reservekopie: npm run restore -- <bestand> [--keys <map>].');
  const begin = performance.now();
  const keys = values.keys === undefined ? undefined : resolve(values.keys);
  const { found, line } = await putBack(settings, { file: resolve(file), keys, now: Date.now() });
  const bad = found.filter(({ state }) => state !== 'whole');
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  return [
    `Teruggezet in ${seconds} s: ${line}.`,
    ...bad.map(
      ({ board, zone, state }) =>
        `LET OP, ${state === 'nothing' ? 'niet te lezen' : 'niet heel'}: bord ${board}, ${zone.split(':')[0] ?? ''}.`,
    ),
    'Wat na de reservekopie is ingetrokken of definitief gewist, moet opnieuw worden ingetrokken of gewist (server/RUNBOOK.md).',
    'Wie nog een bord open had, krijgt het teruggezette bord en brengt mee wat nog niet was opgeslagen.',
  ].join('\n');
});

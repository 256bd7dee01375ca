import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { epochAt, examine, mend } from '../src/rooms/mend.ts';
import type { Examined } from '../src/rooms/mend.ts';
import type { Settings } from '../src/settings.ts';
import { rescue } from '../src/storage/sqlite/rescue.ts';
import { command, UpkeepError, within } from './upkeep.ts';

/**
 * `npm run repair`: which documents are damaged. `npm run repair -- <board>`: what can be had of this one. With `--write` that is put in a new epoch, on purpose;
 * the damaged files stay in `damaged/`. `npm run repair -- --database --write` writes a database of which pages or the log are damaged anew.
 */
await command(async (settings) => {
  const options = {
    write: { type: 'boolean', default: false },
    database: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [board] = positionals;
  if (values.database) return writeDatabase(settings, values.write);
  if (board === undefined || !values.write) return show(settings, board, values.write);
  await within(settings, async (storage) => demandBoard(await storage.documents(), board));
  const kept = keepEvidence(settings.dataDir);
  const lines = await within(settings, async (storage) => {
    const damaged: Examined[] = [];
    for (const { zone } of (await storage.documents()).filter((one) => one.board === board)) {
      if ((await examine(storage, board, zone)).state === 'whole') continue;
      damaged.push(await mend(storage, board, zone, epochAt(Date.now())));
    }
    return damaged.map(lineOf);
  });
  return [
    ...lines,
    lines.length === 0
      ? 'Aan dit bord hoefde niets te gebeuren.'
      : `Hersteld. De beschadigde bestanden staan in ${kept}.`,
  ].join('\n');
});

function demandBoard(documents: readonly { board: string }[], board: string): void {
  if (!documents.some((one) => one.board === board)) throw new UpkeepError('dat bord is er niet.');
}

async function show(settings: Settings, board: string | undefined, write: boolean): Promise<string> {
  if (write) throw new UpkeepError('zeg welk bord: npm run repair -- <bord> --write.');
  return within(settings, async (storage) => {
    const all = await storage.documents();
    if (board !== undefined) demandBoard(all, board);
    const lines: string[] = [];
    for (const one of all.filter((each) => board === undefined || each.board === board)) {
      const found = await examine(storage, one.board, one.zone);
      if (found.state !== 'whole' || board !== undefined) lines.push(lineOf(found));
    }
    if (lines.length === 0) return 'Alle documenten van alle borden zijn heel.';
    return [...lines, 'Er is niets veranderd. Herstellen: npm run repair -- <bord> --write.'].join('\n');
  });
}

function lineOf({ board, zone, state, things, good, last, applied, leaning, lost }: Examined): string {
  const name = `bord ${board}, ${zone}`;
  if (state === 'whole') return `${name}: heel, ${things} dingen, ${last} wijzigingen.`;
  if (state === 'nothing') return `${name}: NIETS te lezen. Zet een reservekopie terug.`;
  return `${name}: BESCHADIGD. Heel tot wijziging ${good} van ${last}; daarna ${applied} die nog passen, ${leaning} die niet passen, ${lost} weg. Te redden: ${things} dingen.`;
}

/** Byte for byte, before anything opens them. */
function keepEvidence(dataDir: string): string {
  const folder = join(dataDir, 'damaged', new Date().toISOString().replaceAll(/[:.]/g, '-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['samenbord.db', 'samenbord.db-wal']) {
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
  }
  return folder;
}

async function writeDatabase(settings: Settings, write: boolean): Promise<string> {
  if (!write) throw new UpkeepError('dit schrijft de gegevens opnieuw: geef er --write bij.');
  const { kept, tables } = await rescue(settings.dataDir, keepEvidence);
  const lost = tables.filter((table) => table.lost > 0);
  const found = await within(settings, async (storage) => {
    const lines: string[] = [];
    for (const { board, zone } of await storage.documents()) {
      lines.push(lineOf(await mend(storage, board, zone, epochAt(Date.now()))));
    }
    return lines;
  });
  return [
    ...tables.map(({ name, rows }) => `${name}: ${rows} rijen`),
    ...lost.map(({ name }) => `LET OP, van ${name} was niet alles te lezen.`),
    ...found,
    `Opnieuw geschreven. De beschadigde bestanden staan in ${kept}.`,
  ].join('\n');
}

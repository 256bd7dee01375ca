import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyTrace } from '../src/audit/heads.ts';
import type { TraceFault } from '../src/audit/heads.ts';
import { askServer, command, UpkeepError, within } from './upkeep.ts';

const said: Readonly<Record<TraceFault['code'], string>> = {
  gewijzigd: 'een regel is veranderd of uit het midden weg',
  'regels-weg': 'het einde is weg (na het terugzetten van een reservekopie is dat te verwachten)',
  herschreven: 'het spoor is opnieuw geschreven',
  'hoofden-onleesbaar': 'een regel van trace-heads.jsonl is niet te lezen',
};

/**
 * `npm run trace:verify`: reads the whole trace of who did what, also while people are at work, and lays it beside the ends that were written down outside the
 * database. Ends with code 1 when something is wrong.
 */
await command(async (settings) => {
  const { dataDir } = settings;
  if (!existsSync(join(dataDir, 'samenbord.db'))) throw new UpkeepError('in DATA_DIR staan geen gegevens.');
  const scratch = mkdtempSync(join(dataDir, '.spoor-'));
  try {
    const file = join(scratch, 'samenbord.db');
    const running = await askServer(dataDir, file);
    if (running) cpSync(join(dataDir, 'keys'), join(scratch, 'keys'), { recursive: true });
    const place = running ? { ...settings, dataDir: scratch } : settings;
    const { boards, lines, faults } = await within(place, (storage) => verifyTrace(storage, dataDir));
    if (faults.length > 0) process.exitCode = 1;
    return [
      `Spoor nagekeken: ${boards} borden, ${lines} regels.`,
      ...faults.map(
        ({ board, code, line }) => `LET OP, ${board === '' ? '' : `bord ${board}, `}regel ${line}: ${said[code]}.`,
      ),
      faults.length === 0
        ? 'Alles klopt.'
        : 'Bewaar deze gegevens zoals ze zijn en vraag wie de server beheert. Zie server/RUNBOOK.md.',
    ].join('\n');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drill } from './drill-run.ts';
import { command } from './upkeep.ts';

/** `npm run drill`: backup and restore for real, on a folder of its own: nothing of the real data is touched. */
await command(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-oefening-'));
  try {
    const { written, inCopy, sameMeaning, seconds, copyBytes, lostAfter } = await drill(
      folder,
      Number(values.seconds) * 1000,
    );
    return [
      `Oefening gelukt: ${written} kaarten geschreven terwijl de reservekopie werd gemaakt.`,
      `Van voor de reservekopie opgeslagen en teruggevonden: ${inCopy} van ${inCopy}; betekenis gelijk: ${sameMeaning ? 'ja' : 'nee'}.`,
      `Na de reservekopie geschreven en dus kwijt bij terugzetten: ${lostAfter} (dat is waarom de kopie vaak wordt gemaakt).`,
      `Reservekopie ${copyBytes} bytes in ${seconds.backup.toFixed(1)} s; terugzetten, starten en openen in ${seconds.restore.toFixed(1)} s.`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { expect, test } from 'vitest';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import { unknownWords } from '@samenbord/shared/words/zones.ts';
import { board, freezeBoard, readerOf } from './frozen.ts';

test('T88 what a later version laid on the table is said in the analysis, for each, and everything else stands there as always', () => {
  const without = extract(freezeBoard().value, [], readerOf('pnadia'));
  const unknown = ['later1', 'later2'].map((id) => ({ id, type: 'hologram' }));
  const frozen = freezeBoard({ ...board, unknown }).value;
  for (const reader of ['pkarim', 'pnadia', 'psanne']) {
    const tables = extract(frozen, [], readerOf(reader)).delen.flatMap(({ blokken }) =>
      blokken.filter((block) => block.soort === 'tabel' && block.titel === unknownWords.title),
    );
    const rows = tables.flatMap((block) => (block.soort === 'tabel' ? block.rijen : []));
    expect(rows.map(({ cellen, ids }) => [cellen, ids])).toEqual(unknown.map(({ id }) => [[unknownWords.paper], [id]]));
  }
  const { delen } = extract(frozen, [], readerOf('pnadia'));
  expect(delen.filter(({ letter }) => letter !== 'T')).toEqual(without.delen.filter(({ letter }) => letter !== 'T'));
  expect(JSON.stringify(without)).not.toContain(unknownWords.title);
  expect(JSON.stringify(delen)).not.toContain('hologram');
});

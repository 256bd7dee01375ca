import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import { agendaChoice, readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import { followOn } from './screen-place.ts';

test('C46 in a free talk the screen in the room shows what whoever leads looks at, and the question until they look somewhere', () => {
  const [free] = readyMade(agendaChoice.parse({ soort: 'vrij' })).stappen;
  const before = {
    seen: { step: 'm welkom', call: 0, lit: undefined, view: undefined },
    place: { kind: 'vraag' },
  } as const;
  const came = followOn(before, { ...before.seen, step: 'm open-tafel' }, {}, free, emptyBoard);
  expect(came.place).toEqual({ kind: 'vraag' });
  const looked = followOn(came, { ...came.seen, view: 'tijdlijn' }, {}, free, emptyBoard);
  expect(looked.place).toEqual({ kind: 'beeld', view: 'tijdlijn' });
  const already = followOn(before, { ...before.seen, step: 'm open-tafel', view: 'genogram' }, {}, free, emptyBoard);
  expect(already.place).toEqual({ kind: 'beeld', view: 'genogram' });
});

import type { BoardFile } from '@samenbord/shared/wire/http.ts';

/** A small file of our own: three persons, a card about two of them, a place and a stroke. */
export const readBoardFile = (): BoardFile => ({
  soort: 'samenbord-bord',
  versie: 1,
  titel: 'Gezin Berg',
  things: [
    {
      id: 'sanne',
      type: 'persoon',
      values: { geboren: '2012-05', indexkind: true },
      texts: { naam: 'Sanne', bijzonderheid: '' },
    },
    { id: 'nadia', type: 'persoon', values: { geboren: '1985~' }, texts: { naam: 'Nadia 😀', bijzonderheid: '' } },
    { id: 'mark', type: 'persoon', values: {}, texts: { naam: 'Mark', bijzonderheid: '' } },
    {
      id: 'kaart',
      type: 'notitie',
      vanWie: 'nadia',
      values: { over: ['sanne', 'mark'] },
      texts: { tekst: 'Eerst\nrust' },
    },
  ],
  places: [{ view: 'genogram', id: 'sanne', at: { x: 10, y: -20.5 } }],
  ink: [{ id: 'streep', stroke: { vorm: 'pen', view: 'genogram', kleur: 'ink', punten: [0, 0, 10, 10] } }],
});

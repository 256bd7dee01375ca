import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { boardKey, invitation } from './http-server.ts';

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

/** A body that would do something, for each route that takes one. */
export const exampleBodies = ({
  version,
  other,
}: {
  version: string;
  other: string;
}): Readonly<Record<string, unknown>> => ({
  'post /join': { geheim: 'A'.repeat(43), code: '123456' },
  'post /waiting': { geheim: 'A'.repeat(43), naam: 'Iemand' },
  'post /boards': { sleutel: boardKey, titel: 'Nieuw', naam: 'Karim', organisatie: 'Lokaal team' },
  'delete /boards/{board}': { titel: 'Niet deze' },
  'put /boards/{board}/facts': {
    regie: [{ organisatie: 'GI', naam: 'Ilse', sinds: '2026-01-01' }],
    kaders: [],
  },
  'post /boards/{board}/invitations': invitation(),
  'post /boards/{board}/waiting/{entry}': { deelnemer: other },
  'post /boards/{board}/versions': { titel: 'Nog een' },
  'put /boards/{board}/positions': { versie: version, deel: 'A', positie: 'klopt', zichtbaar: 'iedereen' },
  'post /boards/{board}/erase': { zone: 'gedeeld', ding: 'nooit-gemaakt' },
  'post /boards/{board}/history/restore': { zone: 'gedeeld', moment: '0.0', gezien: '0.0', ding: 'nooit-gemaakt' },
  'put /boards/{board}/meeting': { soort: 'netwerkberaad' },
  'post /boards/{board}/meeting/steer': { doe: 'vast', vast: true },
  'post /boards/{board}/meeting/agenda': { doe: 'anders', id: 'open-tafel', stap: { titel: 'Iets anders' } },
  'put /boards/{board}/meeting/hand': { op: true },
  'put /boards/{board}/meeting/pause': { aan: 'regie' },
  'post /boards/{board}/meeting/pause/seen': { van: other },
  'post /boards/{board}/rounds': { id: 'ronde-een', stap: 'open-tafel', vraag: 'Wat wil jij?', wijze: 'naam' },
  'put /boards/{board}/end': { dag: null },
  'put /boards/{board}/vertrouwd': { professionals: [] },
  'post /boards/{board}/moves/preview': { ding: 'een-kaart', van: 'gedeeld', naar: 'team' },
  'post /boards/{board}/moves': { ding: 'een-kaart', van: 'gedeeld', naar: 'team' },
  'post /boards/{board}/moves/off': { ding: 'een-kaart' },
  'put /boards/{board}/veiligheid-voorop': { op: true },
  'post /boards/{board}/import/gedcom': {
    bestand: Buffer.from('0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME X\n0 TRLR\n').toString('base64'),
  },
  'post /boards/{board}/import': {
    soort: 'samenbord-bord',
    versie: 1,
    titel: 'x',
    things: [{ id: 'nieuw-kaartje', type: 'notitie', values: {}, texts: { tekst: 'x' } }],
    places: [],
    ink: [],
  },
});

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
/** Bodies that no route takes. */
export const hostileBodies: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"tekst"',
  '12',
  '{}',
  deep(50),
  deep(7_000),
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"naam":"\\u0000"}',
  '{"naam":"\\ud800"}',
  '\ufeff\u0001',
];

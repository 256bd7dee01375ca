import { find } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { thingTypes } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';

/** The lists of the board, in the order in which they are read. */
export const instruments = [
  'genogram',
  'sociogram',
  'tijdlijn',
  'caf-driehoek',
  'gezinspatroon',
  'veiligheid',
  'doelen',
  'vragen',
  'notities',
] as const;
export type Instrument = (typeof instruments)[number];

/** In which list a kind of thing stands. A reaction stands under what it is about. */
const homes: Readonly<Record<ThingType, Instrument | 'bij'>> = {
  persoon: 'genogram',
  partnerrelatie: 'genogram',
  'ouder-kind': 'genogram',
  zwangerschap: 'genogram',
  meerling: 'genogram',
  relatielijn: 'genogram',
  huisdier: 'genogram',
  band: 'sociogram',
  huishouden: 'genogram',
  gebeurtenis: 'tijdlijn',
  besluit: 'tijdlijn',
  hulp: 'tijdlijn',
  organisatie: 'sociogram',
  factor: 'caf-driehoek',
  patroonblok: 'gezinspatroon',
  verband: 'gezinspatroon',
  patroonzin: 'gezinspatroon',
  'nobele-intentie': 'gezinspatroon',
  veiligheidsstatus: 'veiligheid',
  veiligheidsafspraak: 'veiligheid',
  'danger-statement': 'veiligheid',
  eindsituatie: 'doelen',
  doel: 'doelen',
  afspraak: 'doelen',
  bijeenkomst: 'doelen',
  aanleiding: 'vragen',
  hulpvraag: 'vragen',
  wens: 'vragen',
  'open-vraag': 'vragen',
  notitie: 'notities',
  uitspraak: 'notities',
  reactie: 'bij',
};

/** The one list in which a thing stands. A verband stands where it begins: in the pattern or in the triangle. */
export function homeOf(board: Board, thing: Thing): Instrument | 'bij' {
  if (thing.type === 'verband' && startsInTriangle(board, thing.van, thing.naar)) return 'caf-driehoek';
  return homes[thing.type];
}

export const startsInTriangle = (board: Board, from: string | undefined, to: string | undefined): boolean =>
  find(board, 'factor', from) !== undefined ||
  (find(board, 'patroonblok', from) === undefined && find(board, 'factor', to) !== undefined);

/** The kinds of thing one can add in a list. */
export const addableIn = (instrument: Instrument): ThingType[] => [
  ...thingTypes.filter((type) => homes[type] === instrument),
  ...(instrument === 'caf-driehoek' ? (['verband'] as const) : []),
];

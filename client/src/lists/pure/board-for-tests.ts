import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';

/** A thing as it is read from a document, for tests: every text is there, the rest as given. */
export function thing(id: string, type: ThingType, rest: Readonly<Record<string, unknown>> = {}): Thing {
  const texts = Object.fromEntries(textFields(type).map((name) => [name, '']));
  return { id, type, versie: definitionOf(type).version, weg: false, by: 'pnn', ...texts, ...rest } as unknown as Thing;
}

export const boardOf = (...things: Thing[]): Board => ({
  ...emptyBoard,
  things: new Map(things.map((each) => [each.id, each])),
});

export const person = (id: string, rest: Readonly<Record<string, unknown>> = {}): Thing =>
  thing(id, 'persoon', { naam: id.slice(0, 1).toUpperCase() + id.slice(1), ...rest });

const parents = (id: string, ouders: string[], kind: string, soort = 'biologisch'): Thing =>
  thing(id, 'ouder-kind', { ouders, kind, soort });

/** Three generations, a foster child, a friend of the family. */
export const family: Board = boardOf(
  person('sanne', { indexkind: true, geboren: '2012' }),
  person('finn', { geboren: '2016~' }),
  person('nadia', { geboren: '1985-04' }),
  person('mark', { geboren: '1983' }),
  person('ans', { geboren: '1955', overleden: '2019' }),
  person('joris', { geboren: '1987' }),
  person('buuf', { kring: 'netwerk' }),
  person('onbekende'),
  parents('ok-een', ['nadia', 'mark'], 'sanne'),
  parents('ok-twee', ['nadia'], 'finn', 'pleeg'),
  parents('ok-drie', ['ans'], 'nadia'),
  thing('pr-een', 'partnerrelatie', {
    partners: ['nadia', 'mark'],
    vorm: 'getrouwd',
    einde: 'gescheiden',
    begonnen: '2008',
    geeindigd: '2016',
  }),
  thing('pr-twee', 'partnerrelatie', { partners: ['nadia', 'joris'], vorm: 'samenwonend' }),
  thing('rl-een', 'relatielijn', { van: 'mark', naar: 'joris', soort: 'conflict', vanWie: 'nadia' }),
);

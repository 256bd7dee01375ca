import { ofType } from '../board/board.ts';
import { groundWords, informedWords, noSignature, partOrder, partWords, positionWords } from '../words/analysis.ts';
import { sayDate } from '../words/dates.ts';
import { roleWords } from '../words/roles.ts';
import { unknownWords } from '../words/zones.ts';
import type { Block, Row } from './analysis.ts';
import { group, missing, paragraph, statementsOf, table } from './build.ts';
import type { Builder } from './build.ts';
import { knownParticipants } from './context.ts';
import type { Context } from './context.ts';
import { reactionStatements, voiceMissing } from './parts-plan.ts';
import { stanceOn } from './stance.ts';
import { thingRef } from './context.ts';

/** S: where people agree and differ, in their own words; differing is allowed to stay. */
export const reactionPart: Builder = (context) => {
  const { board } = context.version;
  const reactions = reactionStatements(context).map((one) => {
    const on = board.things.get(one.id);
    const about = on?.type === 'reactie' ? thingRef(context, on.op) : undefined;
    return {
      ...one,
      regel: about === undefined ? 'Reactie' : `Op “${about.naam}”`,
      ids: about === undefined ? one.ids : [...one.ids, about.id],
    };
  });
  const rows = positionRows(context);
  const silent = stanceOn(context, 'geheel').zonderReactieNamen;
  return {
    blokken: [
      paragraph(`Hieronder staat waar mensen het eens zijn en waar ze het anders zien. ${noSignature}`),
      ...table('Hoe ieder over deze analyse denkt', ['Wie', 'Over welk deel', 'Wat', 'In eigen woorden'], rows),
      ...group('Antwoorden op elkaars kaarten', reactions),
    ],
    ontbreekt: [
      ...missing(rows.length === 0, 'Nog niemand heeft laten zien wat hij of zij van deze versie vindt.'),
      ...silent.map((one) => `Van ${one.naam} is nog geen reactie op het geheel te zien.`),
      ...voiceMissing(context),
    ],
  };
};

function positionRows(context: Context): Row[] {
  return (['geheel', ...partOrder] as const).flatMap((deel) =>
    stanceOn(context, deel).getoond.map((one) => ({
      cellen: [
        one.deelnemer.naam,
        deel === 'geheel' ? 'het geheel' : `${deel}. ${partWords[deel].titel}`,
        positionWords[one.positie],
        one.tekst ?? '',
      ],
      ids: [one.deelnemer.id],
    })),
  );
}

/** T: who sat together and when, who took part, and for professionals on which ground and what the family was told. */
export const accountPart: Builder = (context) => {
  const meetings = ofType(context.version.board, 'bijeenkomst').toSorted((a, b) =>
    (a.datum ?? '') < (b.datum ?? '') ? -1 : 1,
  );
  const known = knownParticipants(context).filter((one) => one.rol !== 'groot-scherm');
  const { professional } = context.reader;
  return {
    blokken: [
      ...group('Wanneer we bij elkaar zaten', statementsOf(context, 'bijeenkomst')),
      ...table(
        'Wie meededen',
        ['Naam', 'Rol', 'Organisatie'],
        known.map((one) => ({ cellen: [one.naam, roleWords[one.rol], one.organisatie ?? ''], ids: [one.id] })),
      ),
      ...(professional ? register(context) : []),
      ...unknownHere(context),
      paragraph('Alleen wat op de gedeelde tafel lag staat hierin. Wat iemand voor zichzelf schreef, is er niet bij.'),
      paragraph(`Niemand heeft dit stuk getekend: op dit bord wordt niet getekend. ${noSignature}`),
    ],
    ontbreekt: [
      ...missing(meetings.length === 0, 'Er staat nog niet wanneer jullie bij elkaar zaten.'),
      ...missing(
        meetings.length > 0 && meetings.at(-1)?.volgende === undefined,
        'Er staat nog geen datum voor de volgende keer.',
      ),
      ...(professional
        ? known
            .filter((one) => one.geinformeerd === 'nog-niet')
            .map((one) => `Het gezin weet nog niet dat ${one.naam} meedoet.`)
        : []),
    ],
  };
};

/** What lies on the table and this version of Samenbord cannot read: said for each, so that nobody thinks that this is all. */
const unknownHere = ({ version: { board } }: Context): Block[] =>
  table(
    unknownWords.title,
    ['Op tafel'],
    board.unknown.map(({ id }) => ({ cellen: [unknownWords.paper], ids: [id] })),
  );

function register(context: Context): Block[] {
  const rows = knownParticipants(context)
    .filter((one) => one.rol !== 'groot-scherm')
    .map((one) => ({
      cellen: [
        one.naam,
        groundWords[one.grondslag],
        `${informedWords[one.geinformeerd]}${one.geinformeerdOp === undefined ? '' : `, ${sayDate(one.geinformeerdOp)}`}`,
        one.ingetrokken ? 'deelname is beëindigd' : '',
      ],
      ids: [one.id],
    }));
  return table(
    'Op welke grond iemand meedoet, en wat het gezin daarover weet',
    ['Naam', 'Grondslag', 'Gezin', 'Opmerking'],
    rows,
  );
}

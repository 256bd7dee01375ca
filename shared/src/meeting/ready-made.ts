import * as z from 'zod';
import { viewNames } from '../board/define.ts';
import { agendaWords, stepWords } from '../words/agenda.ts';
import type { StepKey } from '../words/agenda.ts';
import { agendaKinds, ways } from './agenda.ts';
import type { Agenda, AgendaKind, Step } from './agenda.ts';

/** What is chosen before a meeting. */
export const agendaChoice = z.strictObject({
  soort: z.enum(agendaKinds),
  /** A child or youth is there: then the first question is to them. */
  jeugdige: z.boolean().default(false),
  /** The family is at this table; without them the table stays shut for family. */
  familie: z.boolean().default(true),
  /** With which ring the pattern begins. */
  begin: z.enum(['zorg', 'eigen-kijk', 'hulp']).default('zorg'),
  /** The one instrument of a netwerkberaad. */
  instrument: z.enum(viewNames).default('tijdlijn'),
});
export type AgendaChoice = z.infer<typeof agendaChoice>;

type Facts = Partial<Omit<Step, 'id' | 'titel' | 'vraag'>>;

const make = (key: StepKey, facts: Facts = {}): Step => ({
  id: key,
  ...stepWords[key],
  opent: ways.gewoon,
  alleen: false,
  vast: false,
  waar: 'gedeeld',
  ...facts,
});

const steps: Readonly<Record<AgendaKind, (choice: AgendaChoice) => Step[]>> = {
  vrij: () => [make('open-tafel')],
  netwerkberaad: ({ jeugdige, instrument }) => [
    make('welkom', { minuten: 10, opent: ways.rustig, kaarten: ['notitie'] }),
    make(jeugdige ? 'wens-jongere' : 'wens-kinderen', {
      minuten: 10,
      opent: ways.schrijven,
      kaarten: ['wens', 'hulpvraag'],
    }),
    make('nog-een-zes', {
      minuten: 10,
      opent: ways.schrijven,
      kaarten: ['veiligheidsafspraak', 'danger-statement', 'uitspraak'],
    }),
    make('doelen', { minuten: 20, opent: ways.schrijven, kaarten: ['doel', 'eindsituatie', 'uitspraak'] }),
    make('instrument', { minuten: 30, view: instrument, opent: ways.tekenen }),
    make('wie-doet-wat', { minuten: 20, opent: ways.schrijven, kaarten: ['afspraak', 'doel'] }),
    make('bereikbaar', { minuten: 5, opent: ways.schrijven, kaarten: ['afspraak', 'veiligheidsafspraak'] }),
    make('volgende-keer', { minuten: 5, opent: ways.rustig, kaarten: ['bijeenkomst', 'open-vraag'] }),
    make('hoe-was-het', { minuten: 5, opent: ways.schrijven, kaarten: ['notitie'] }),
  ],
  casuistiekbespreking: ({ familie }) => [
    make('inbreng', { minuten: 10, waar: 'team', kaarten: ['aanleiding', 'hulpvraag'] }),
    make('mensen', { minuten: 10, waar: 'team', view: 'genogram' }),
    make('feiten', { minuten: 15, waar: 'team', view: 'tijdlijn', kaarten: ['open-vraag', 'hulp'] }),
    make('patroonbeeld', { minuten: 20, waar: 'team', view: 'gezinspatroon' }),
    make('weging', { minuten: 15, waar: 'team' }),
    make('advies', { minuten: 10, waar: 'team' }),
    make('besluit', { minuten: 10, waar: 'team', kaarten: ['besluit'] }),
    make('vertellen', { minuten: 5, waar: 'team', kaarten: ['afspraak'] }),
    ...(familie
      ? [
          make('samen-met-gezin', { minuten: 30, opent: ways.schrijven }),
          make('wie-doet-wat', { minuten: 15, opent: ways.schrijven, kaarten: ['afspraak'] }),
        ]
      : []),
    make('hoe-was-het', {
      minuten: 5,
      opent: ways.schrijven,
      waar: familie ? 'gedeeld' : 'team',
      kaarten: ['notitie'],
    }),
  ],
  genogram: ({ jeugdige }) => [
    make('welkom', { minuten: 5, opent: ways.rustig }),
    make('waarom', { minuten: 5, opent: ways.rustig, view: 'genogram' }),
    ...(jeugdige ? [make('wens-jongere', { minuten: 10, opent: ways.schrijven, kaarten: ['wens'] })] : []),
    make('gezin', { minuten: 20, opent: ways.tekenen, view: 'genogram', kaarten: ['persoon', 'huishouden'] }),
    make('familie', { minuten: 15, opent: ways.tekenen, view: 'genogram', kaarten: ['persoon'] }),
    make('belangrijk', {
      minuten: 15,
      opent: ways.tekenen,
      view: 'sociogram',
      kaarten: ['band', 'persoon', 'organisatie', 'huisdier'],
    }),
    make('opvallen', { minuten: 15, view: 'genogram', kaarten: ['notitie', 'uitspraak'] }),
    make('klopt-het', { minuten: 10, opent: ways.tekenen, view: 'genogram' }),
    make('hoe-was-het', { minuten: 5, opent: ways.schrijven, kaarten: ['notitie'] }),
  ],
  gezinspatroon: (choice) => [
    make('welkom', { minuten: 5, opent: ways.rustig }),
    ...rings(choice),
    make('patroonzin', { minuten: 15, opent: ways.schrijven, view: 'gezinspatroon', kaarten: ['patroonzin'] }),
    make('bedoeling', { minuten: 10, opent: ways.schrijven, view: 'gezinspatroon', kaarten: ['nobele-intentie'] }),
    make('doorbreken', { minuten: 15, opent: ways.schrijven, view: 'gezinspatroon', kaarten: ['doel', 'afspraak'] }),
    make('hoe-was-het', { minuten: 5, opent: ways.schrijven, kaarten: ['notitie'] }),
  ],
  vaststellen: () => [
    make('welkom', { minuten: 5, opent: ways.rustig }),
    make('lezen', { minuten: 20, opent: ways.rustig, vast: true }),
    make('jouw-kijk', { minuten: 10, opent: ways.rustig, vast: true, alleen: true }),
    make('verschillen', { minuten: 20, opent: ways.schrijven, kaarten: ['uitspraak', 'reactie', 'open-vraag'] }),
    make('vaststellen', { minuten: 10, opent: ways.rustig, vast: true }),
    make('wie-doet-wat', { minuten: 10, opent: ways.schrijven, kaarten: ['afspraak'] }),
    make('volgende-keer', { minuten: 5, opent: ways.rustig, kaarten: ['bijeenkomst'] }),
    make('hoe-was-het', { minuten: 5, opent: ways.schrijven, kaarten: ['notitie'] }),
  ],
};

type Box = NonNullable<Step['vakken']>[number];

/** Each step opens one ring more. With a youth at the table the first may be how they see it themselves, or the help; then nobody's behaviour comes first. */
function rings({ jeugdige, begin }: AgendaChoice): Step[] {
  const order: [StepKey, Box[]][] = [
    ['zorg', ['problemen-in-het-gezin', 'gedrag-kind']],
    ['bij-het-kind', ['ontwikkeling-kind']],
    ['gedrag-ouders', ['gedrag-ouder']],
    ['bij-de-ouders', ['ontwikkeling-ouder']],
    ['rol-van-hulp', ['hulp']],
  ];
  const ordered = begin === 'hulp' ? [...order.slice(-1), ...order.slice(0, -1)] : order;
  const own: [StepKey, Box[]][] =
    jeugdige && begin === 'eigen-kijk' ? [['eigen-kijk', ['problemen-in-het-gezin']]] : [];
  const open = new Set<Box>();
  return [...own, ...ordered].map(([key, boxes]) => {
    for (const box of boxes) open.add(box);
    return make(key, { minuten: 10, view: 'gezinspatroon', kaarten: ['patroonblok', 'verband'], vakken: [...open] });
  });
}

/** Takes what was chosen, gives the agenda as it is offered; it can be changed in every part. */
export const readyMade = (choice: AgendaChoice): Agenda => ({
  soort: choice.soort,
  titel: agendaWords[choice.soort].naam,
  stappen: steps[choice.soort](choice),
});

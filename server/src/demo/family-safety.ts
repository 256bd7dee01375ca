import type { NewThing } from '@samenbord/shared/document/form.ts';
import { karim, marloes } from './example.ts';

/** Safety of each child as somebody looked at it: among professionals. */
export const familyStates: readonly NewThing[] = [
  karim(
    'veiligheidsstatus',
    'vs-sanne',
    {
      beoordelaar: 'Karim',
      verantwoordelijk: 'Lokaal team',
      instrument: 'gesprek met Sanne alleen en met Nadia',
      toelichting:
        'Sanne is veilig thuis. Ze draagt veel en zegt dat zelf ook. Het is net geen 6 zolang zij voor Noor zorgt op schooldagen.',
    },
    { kind: 'sanne', datum: '2026-10-12', uitkomst: 'veilig', cijfer: 5 },
  ),
  marloes(
    'veiligheidsstatus',
    'vs-milan',
    {
      beoordelaar: 'Marloes',
      verantwoordelijk: 'Gecertificeerde instelling',
      instrument: 'veiligheidstaxatie, versie van 2025',
      toelichting:
        'Bij Anneke en Paul is het veilig. De dagen bij Nadia en Erik zijn dit jaar goed gegaan, steeds met een afspraak over wat te doen bij ruzie.',
    },
    { kind: 'milan', datum: '2026-10-19', uitkomst: 'veilig', cijfer: 7 },
  ),
  marloes(
    'veiligheidsstatus',
    'vs-milan-oud',
    {
      beoordelaar: 'Marloes',
      verantwoordelijk: 'Gecertificeerde instelling',
      instrument: 'veiligheidstaxatie, versie van 2025',
      toelichting: 'Milan was bang om naar huis te gaan.',
    },
    { kind: 'milan', datum: '2025-03-10', uitkomst: 'onveilig', cijfer: 3 },
  ),
];

/** What people fear, and what was agreed: on the table. */
export const familySafety: readonly NewThing[] = [
  marloes(
    'danger-statement',
    'ds-milan',
    {
      tekst:
        'Als een ruzie over geld weer hard wordt terwijl Milan er is, kan iemand hem hard vastpakken of loopt hij weg en weet niemand waar hij is.',
      veiligheidsdoel:
        'Bij ruzie gaan Nadia en Erik ieder naar een andere kamer, en is er altijd één volwassene die bij Milan blijft.',
    },
    { over: ['milan', 'nadia', 'erik'], cijfer: 6 },
  ),
  karim(
    'danger-statement',
    'ds-sanne',
    {
      tekst:
        'Als Sanne blijft zorgen voor Noor, mist ze zoveel school dat ze blijft zitten en haar vriendinnen kwijtraakt.',
      veiligheidsdoel:
        'Op schooldagen is er voor Noor altijd een volwassene; Sanne gaat naar school en naar de training.',
    },
    { over: ['sanne', 'noor'], cijfer: 5 },
  ),
  marloes(
    'veiligheidsafspraak',
    'va-stop',
    {
      tekst:
        'Wie “stop” zegt, krijgt gelijk. Nadia blijft bij de kinderen, Erik gaat een rondje lopen. Na een uur praten ze verder.',
      wie: 'Nadia en Erik',
      watAls: 'Lukt stoppen niet, dan bellen ze Samir. Die komt of blijft aan de telefoon.',
    },
    { over: ['milan', 'sanne', 'noor'], vanaf: '2026-05' },
  ),
  marloes(
    'veiligheidsafspraak',
    'va-bep',
    {
      tekst: 'Milan mag altijd naar Bep. Bep laat Nadia en Anneke weten dat hij er is.',
      wie: 'Milan en Bep',
      watAls: 'Is Bep er niet, dan belt Milan met Anneke op zijn eigen telefoon.',
    },
    { over: ['milan'], vanaf: '2026-05' },
  ),
  karim(
    'veiligheidsafspraak',
    'va-school',
    {
      tekst: 'Slaapt Nadia slecht, dan stuurt ze vóór zeven uur een bericht aan Fatma. Fatma haalt Noor op.',
      wie: 'Nadia en Fatma',
      watAls: 'Kan Fatma niet, dan komt Samir. Sanne hoeft niet te kiezen.',
    },
    { over: ['sanne', 'noor'], vanaf: '2026-11' },
  ),
];

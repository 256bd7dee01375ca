import type { NewThing } from '@samenbord/shared/document/form.ts';
import { anneke, karim, marloes, nadia, ruben, sanne } from './example.ts';

type Circle = 'gezin' | 'familie' | 'netwerk';
type Sex = 'man' | 'vrouw';
const person = (
  id: string,
  naam: string,
  geslacht: Sex,
  geboren: string,
  kring: Circle,
  more: { overleden?: string; indexkind?: true; bijzonderheid?: string } = {},
): NewThing => {
  const { bijzonderheid, ...values } = more;
  return karim('persoon', id, { naam, bijzonderheid: bijzonderheid ?? '' }, { geslacht, geboren, kring, ...values });
};

const persons: readonly NewThing[] = [
  person('sanne', 'Sanne', 'vrouw', '2012-05-14', 'gezin', { indexkind: true, bijzonderheid: 'keept bij de voetbal' }),
  person('milan', 'Milan', 'man', '2016-09-03', 'gezin', {
    indexkind: true,
    bijzonderheid: 'zes weken te vroeg geboren',
  }),
  person('noor', 'Noor', 'vrouw', '2022-02-11', 'gezin'),
  person('daan', 'Daan', 'man', '2013-08', 'gezin', { bijzonderheid: 'om het weekend bij Erik en Nadia' }),
  person('nadia', 'Nadia', 'vrouw', '1986-03-22', 'gezin'),
  person('ruben', 'Ruben', 'man', '1983-11-02', 'gezin', { bijzonderheid: 'woont ver weg, belt in' }),
  person('erik', 'Erik', 'man', '1981-01', 'gezin'),
  person('mirjam', 'Mirjam', 'vrouw', '1984', 'familie'),
  person('fatma', 'Fatma', 'vrouw', '1955~', 'familie'),
  person('youssef', 'Youssef', 'man', '1950~', 'familie', { overleden: '2009-06' }),
  person('ria', 'Ria', 'vrouw', '1956', 'familie'),
  person('wim', 'Wim', 'man', '1953', 'familie', { overleden: '2018-02-10' }),
  person('samir', 'Samir', 'man', '1990-07', 'familie'),
  person('yasmin', 'Yasmin', 'vrouw', '1990-07', 'familie'),
  person('esther', 'Esther', 'vrouw', '1980', 'familie', { bijzonderheid: 'geen contact met Ruben sinds 2018' }),
  person('anneke', 'Anneke', 'vrouw', '1972', 'netwerk'),
  person('paul', 'Paul', 'man', '1969', 'netwerk'),
  person('bep', 'Bep', 'vrouw', '1949', 'netwerk', { bijzonderheid: 'woont naast Nadia' }),
  person('gijs', 'Gijs', 'man', '1995~', 'netwerk', { bijzonderheid: 'traint het team van Sanne' }),
];

const couple = (
  id: string,
  partners: readonly [string, string],
  values: NewThing['values'],
  toelichting = '',
): NewThing => karim('partnerrelatie', id, { toelichting }, { partners, ...values });
const child = (
  id: string,
  ouders: readonly string[],
  kind: string,
  values: NewThing['values'] = { soort: 'biologisch' },
  toelichting = '',
): NewThing => karim('ouder-kind', id, { toelichting }, { ouders, kind, ...values });

const ties: readonly NewThing[] = [
  couple('fatma-en-youssef', ['fatma', 'youssef'], {
    vorm: 'getrouwd',
    begonnen: '1980~',
    einde: 'overleden',
    geeindigd: '2009-06',
  }),
  couple('ria-en-wim', ['ria', 'wim'], {
    vorm: 'getrouwd',
    begonnen: '1979',
    einde: 'overleden',
    geeindigd: '2018-02-10',
  }),
  couple('nadia-en-ruben', ['nadia', 'ruben'], {
    vorm: 'getrouwd',
    begonnen: '2010-06',
    einde: 'gescheiden',
    geeindigd: '2019-04',
  }),
  couple('erik-en-mirjam', ['erik', 'mirjam'], {
    vorm: 'samenwonend',
    begonnen: '2010~',
    einde: 'uit-elkaar',
    geeindigd: '2017',
  }),
  couple('nadia-en-erik', ['nadia', 'erik'], { vorm: 'samenwonend', begonnen: '2020-09' }),
  couple('anneke-en-paul', ['anneke', 'paul'], { vorm: 'getrouwd', begonnen: '1998' }),
  child('fatma-nadia', ['fatma', 'youssef'], 'nadia'),
  child('fatma-samir', ['fatma', 'youssef'], 'samir'),
  child('fatma-yasmin', ['fatma', 'youssef'], 'yasmin'),
  child('ria-esther', ['ria', 'wim'], 'esther'),
  child('ria-ruben', ['ria', 'wim'], 'ruben'),
  child('nadia-sanne', ['nadia', 'ruben'], 'sanne'),
  child('nadia-milan', ['nadia', 'ruben'], 'milan'),
  child('nadia-noor', ['nadia', 'erik'], 'noor'),
  child('erik-daan', ['erik', 'mirjam'], 'daan'),
  child('erik-sanne', ['erik'], 'sanne', { soort: 'stief', periode: '2020-09/..' }),
  child('erik-milan', ['erik'], 'milan', { soort: 'stief', periode: '2020-09/2025-03' }),
  child(
    'pleeg-milan',
    ['anneke', 'paul'],
    'milan',
    { soort: 'pleeg', periode: '2025-03/..' },
    'Milan gaat om het weekend een dag naar Nadia',
  ),
];

const births: readonly NewThing[] = [
  karim('meerling', 'tweeling-samir-yasmin', {}, { kinderen: ['samir', 'yasmin'], soort: 'twee-eiig' }),
  karim('zwangerschap', 'zwanger-yasmin', {}, { ouders: ['yasmin'], soort: 'zwanger', wanneer: '2027-03' }),
];

const home = (id: string, naam: string, leden: readonly string[], periode: string): NewThing =>
  karim('huishouden', id, { naam }, { leden, periode });

const homes: readonly NewThing[] = [
  home('huis-nadia', 'Bij Nadia en Erik', ['nadia', 'erik', 'sanne', 'noor', 'daan'], '2020-09/..'),
  home('huis-anneke', 'Bij Anneke en Paul', ['anneke', 'paul', 'milan'], '2025-03/..'),
  home('huis-ruben', 'Bij Ruben', ['ruben'], '2019-09/..'),
];

const organisation = (id: string, naam: string, soort: string): NewThing =>
  karim('organisatie', id, { naam }, { soort });

const organisations: readonly NewThing[] = [
  organisation('org-lt', 'Lokaal team', 'lokaal-team'),
  organisation('org-gi', 'Gecertificeerde instelling', 'gecertificeerde-instelling'),
  organisation('org-jeugdhulp', 'Jeugdhulp in de buurt', 'jeugdhulp'),
  organisation('org-pleegzorg', 'Pleegzorg', 'jeugdhulp'),
  organisation('org-ggz', 'Geestelijke gezondheidszorg voor volwassenen', 'gezondheidszorg'),
  organisation('org-schuldhulp', 'Schuldhulp', 'schulden-en-wonen'),
  organisation('org-school', 'De school van Sanne', 'school'),
  organisation('org-voetbal', 'De voetbalclub van Sanne', 'vereniging'),
];

/** How people see their ties: each line is somebody's own, and two people may draw the same tie differently. */
const lines: readonly NewThing[] = [
  sanne(
    'relatielijn',
    'lijn-sanne-fatma',
    { toelichting: 'Bij oma kan ik alles zeggen.' },
    { van: 'sanne', naar: 'fatma', soort: 'hecht' },
    'sanne',
  ),
  sanne(
    'relatielijn',
    'lijn-sanne-milan',
    { toelichting: 'Ik mis hem elke dag.' },
    { van: 'sanne', naar: 'milan', soort: 'zeer-hecht' },
    'sanne',
  ),
  sanne(
    'relatielijn',
    'lijn-sanne-ruben',
    { toelichting: 'Papa belt, maar ik weet nooit wanneer.' },
    { van: 'sanne', naar: 'ruben', soort: 'afstandelijk' },
    'sanne',
  ),
  ruben(
    'relatielijn',
    'lijn-ruben-sanne',
    { toelichting: 'Ik denk de hele dag aan haar, ook als ik niet bel.' },
    { van: 'ruben', naar: 'sanne', soort: 'gericht-op' },
    'ruben',
  ),
  ruben(
    'relatielijn',
    'lijn-ruben-wim',
    { toelichting: 'Mijn vader was hard. Ik wilde het anders doen.' },
    { van: 'ruben', naar: 'wim', soort: 'vijandig' },
    'ruben',
  ),
  karim(
    'relatielijn',
    'lijn-nadia-ruben',
    { toelichting: 'Als we elkaar spreken gaat het binnen vijf minuten over geld.' },
    { van: 'nadia', naar: 'ruben', soort: 'conflict' },
    'nadia',
  ),
  nadia(
    'relatielijn',
    'lijn-nadia-fatma',
    { toelichting: 'Mijn moeder staat altijd klaar.' },
    { van: 'nadia', naar: 'fatma', soort: 'hecht' },
    'nadia',
  ),
  marloes(
    'relatielijn',
    'lijn-milan-anneke',
    { toelichting: 'Anneke schrikt nooit van mij.' },
    { van: 'milan', naar: 'anneke', soort: 'hecht' },
    'milan',
  ),
  anneke(
    'relatielijn',
    'lijn-milan-nadia',
    { toelichting: 'Hij telt de dagen tot het weekend bij Nadia.' },
    { van: 'milan', naar: 'nadia', soort: 'gericht-op' },
    'anneke',
  ),
];

export const familyPeople: readonly NewThing[] = [...persons, ...ties, ...births, ...homes, ...organisations, ...lines];

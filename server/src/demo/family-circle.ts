import type { NewThing } from '@samenbord/shared/document/form.ts';
import { anneke, karim, marloes, nadia, sanne } from './example.ts';

const animals: readonly NewThing[] = [
  karim('huisdier', 'dier-pluis', { naam: 'Pluis', soort: 'hond' }, { bij: ['sanne', 'nadia'] }),
];

/**
 * Who stands around Sanne: in her own words, and in those of Nadia. About Erik they differ, and nobody is asked to agree. About half of the people
 * on the board nobody said anything yet.
 */
const aroundSanne: readonly NewThing[] = [
  sanne(
    'band',
    'band-sanne-fatma',
    { kan: 'luisteren, en ik mag er slapen', kanNiet: 'mij naar voetbal brengen' },
    {
      kind: 'sanne',
      met: 'fatma',
      nabijheid: 'heel-dichtbij',
      soort: 'vertrouwen',
      sterkte: 'sterk',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-nadia',
    { kan: 'knuffelen als het rustig is', kanNiet: '’s ochtends alles tegelijk' },
    {
      kind: 'sanne',
      met: 'nadia',
      nabijheid: 'heel-dichtbij',
      soort: 'zorg-en-opvoeding',
      sterkte: 'sterk',
      wilDatHetGoedGaat: true,
    },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-pluis',
    { kan: 'bij mij liggen als er ruzie is' },
    { kind: 'sanne', met: 'dier-pluis', nabijheid: 'heel-dichtbij', soort: 'gezellig-samen', sterkte: 'sterk' },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-milan',
    {},
    { kind: 'sanne', met: 'milan', nabijheid: 'dichtbij', soort: 'gezellig-samen', sterkte: 'sterk' },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-erik',
    { kanNiet: 'rustig blijven als Daan en ik ruzie hebben' },
    { kind: 'sanne', met: 'erik', nabijheid: 'verder-weg', soort: 'spanning', sterkte: 'gewoon' },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-ruben',
    { kan: 'bellen' },
    { kind: 'sanne', met: 'ruben', nabijheid: 'ver-weg', sterkte: 'zwak', wilDatHetGoedGaat: true },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-yasmin',
    { kan: 'appen, altijd', kanNiet: 'oppassen: ze krijgt zelf een baby' },
    {
      kind: 'sanne',
      met: 'yasmin',
      nabijheid: 'dichtbij',
      soort: 'vertrouwen',
      sterkte: 'gewoon',
      wilDatHetGoedGaat: true,
    },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-gijs',
    { kan: 'zien dat ik er ben, ook als ik slecht speel' },
    {
      kind: 'sanne',
      met: 'gijs',
      nabijheid: 'dichtbij',
      soort: 'begeleiding',
      sterkte: 'gewoon',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'sanne',
  ),
  sanne(
    'band',
    'band-sanne-school',
    { kanNiet: 'begrijpen waarom ik er niet ben' },
    { kind: 'sanne', met: 'org-school', nabijheid: 'ver-weg', soort: 'spanning', sterkte: 'zwak' },
    'sanne',
  ),
  nadia(
    'band',
    'band-nadia-erik',
    { kan: 'koken, halen en brengen', kanNiet: 'praten over vroeger' },
    {
      kind: 'sanne',
      met: 'erik',
      nabijheid: 'dichtbij',
      soort: 'zorg-en-opvoeding',
      sterkte: 'gewoon',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'nadia',
  ),
  nadia(
    'band',
    'band-nadia-fatma',
    { kan: 'altijd bijspringen' },
    {
      kind: 'sanne',
      met: 'fatma',
      nabijheid: 'heel-dichtbij',
      soort: 'vertrouwen',
      sterkte: 'sterk',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'nadia',
  ),
  nadia(
    'band',
    'band-nadia-bep',
    { kan: 'een oogje houden na school', kanNiet: '’s avonds oppassen' },
    {
      kind: 'sanne',
      met: 'bep',
      nabijheid: 'verder-weg',
      soort: 'praktische-hulp',
      sterkte: 'gewoon',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'nadia',
  ),
  karim(
    'band',
    'band-nadia-jeugdhulp',
    { kan: 'elke week een uur komen' },
    { kind: 'sanne', met: 'org-jeugdhulp', nabijheid: 'verder-weg', soort: 'begeleiding', sterkte: 'gewoon' },
    'nadia',
  ),
];

/** Who stands around Milan: in his own words, written down by Marloes and read out to him, and in those of Anneke. */
const aroundMilan: readonly NewThing[] = [
  marloes(
    'band',
    'band-milan-anneke',
    { kan: 'rustig blijven' },
    {
      kind: 'milan',
      met: 'anneke',
      nabijheid: 'heel-dichtbij',
      soort: 'zorg-en-opvoeding',
      sterkte: 'sterk',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'milan',
  ),
  marloes(
    'band',
    'band-milan-nadia',
    {},
    { kind: 'milan', met: 'nadia', nabijheid: 'heel-dichtbij', soort: 'zorg-en-opvoeding', sterkte: 'sterk' },
    'milan',
  ),
  marloes(
    'band',
    'band-milan-sanne',
    {},
    { kind: 'milan', met: 'sanne', nabijheid: 'dichtbij', soort: 'gezellig-samen', sterkte: 'sterk' },
    'milan',
  ),
  anneke(
    'band',
    'band-anneke-paul',
    { kan: 'samen klussen in de schuur' },
    {
      kind: 'milan',
      met: 'paul',
      nabijheid: 'dichtbij',
      soort: 'gezellig-samen',
      sterkte: 'gewoon',
      wilDatHetGoedGaat: true,
      wilMeedoen: true,
    },
    'anneke',
  ),
];

export const familyCircle: readonly NewThing[] = [...animals, ...aroundSanne, ...aroundMilan];

/**
 * The invented family of the meeting test: Kim (15) and Bas (9), their mother Jolanda, their father Dennis who lives elsewhere, and Jolanda's parents.
 * The steps are those of the method: behaviour of the child, where it comes from, the parents, the problems in the middle, the help.
 */
export const people = [
  { naam: 'Henk', geslacht: 'Man', geboren: '1951' },
  { naam: 'Greet', geslacht: 'Vrouw', geboren: '1954' },
  { naam: 'Jolanda', geslacht: 'Vrouw', geboren: 'maart 1983' },
  { naam: 'Dennis', geslacht: 'Man', geboren: '1980' },
  { naam: 'Kim', geslacht: 'Vrouw', geboren: '2011', index: true },
  { naam: 'Bas', geslacht: 'Man', geboren: '2017' },
] as const;

export const couples = [
  { een: 'Henk', twee: 'Greet', vorm: 'Getrouwd' },
  { een: 'Jolanda', twee: 'Dennis', vorm: 'Samenwonend', einde: 'Uit elkaar' },
] as const;

export const children = [
  { kind: 'Jolanda', ouder: 'Henk', andere: 'Greet' },
  { kind: 'Kim', ouder: 'Jolanda', andere: 'Dennis' },
  { kind: 'Bas', ouder: 'Jolanda', andere: 'Dennis' },
] as const;

/** Ten years, in the words of whoever fills it in. */
export const years = [
  { tool: 'Gebeurtenis', 'Wat gebeurde er?': 'Dennis raakt zijn werk kwijt', 'Wanneer?': '2016' },
  {
    tool: 'Gebeurtenis',
    'Wat gebeurde er?': 'Bas wordt geboren, Jolanda slaapt maanden slecht',
    'Wanneer?': 'juni 2017',
  },
  { tool: 'Gebeurtenis', 'Wat gebeurde er?': 'Jolanda en Dennis gaan uit elkaar', 'Wanneer?': 'rond 2020' },
  { tool: 'Besluit', 'Wat is er besloten?': 'Er komt hulp in het gezin', 'Wanneer?': 'september 2021' },
  {
    tool: 'Hulp',
    'Welke hulp?': 'Gezinsbegeleiding aan huis',
    'Van wanneer tot wanneer?': '2021 tot 2022',
    'Hielp het?': 'Een beetje',
  },
  {
    tool: 'Hulp',
    'Welke hulp?': 'Opnieuw gezinsbegeleiding',
    'Van wanneer tot wanneer?': '2024 tot nu',
    'Hielp het?': 'Loopt nog',
  },
  { tool: 'Gebeurtenis', 'Wat gebeurde er?': 'Kim gaat drie weken niet naar school', 'Wanneer?': 'maart 2026' },
] as const;

/** The lines of the pattern, ring by ring. */
export const pattern = {
  gedragKim: 'Ik blijf in bed en zet mijn telefoon uit',
  ontwikkelingKim: 'Kim paste van haar zesde af vaak op Bas',
  gedragJolanda: 'Ik word stil en regel alles alleen',
  ontwikkelingJolanda: 'Bij Greet thuis werd nooit over moeilijke dingen gepraat',
  gedragDennis: 'Ik kom niet opdagen als ik me schaam',
  problemen: 'School belt elke week en er is ruzie over geld',
  hulp: 'De hulp stopt als het rustig is en begint daarna opnieuw',
} as const;

export const scribe = {
  first: 'Jolanda zegt dat ze het niet aankan',
  meant: 'Ik kan het wel aan, maar niet elke dag alleen',
} as const;

export const sentence = 'In dit gezin houdt ieder zich groot tot iemand wegblijft';
export const omdat = 'omdat er dan niemand meer vraagt hoe het gaat';
export const wish = 'Ik wil dat iemand eerst aan mij vraagt wat er is';
export const differs = 'Het was niet drie weken maar twee';
/** Stands in the own box of Dennis and nowhere else. */
export const marker = 'zeepaardje-in-de-mist 7341';

/** Three rows, so that nobody is put on top of another. */
export const spots: Readonly<Record<string, readonly [number, number]>> = {
  Henk: [500, 240],
  Greet: [700, 240],
  Jolanda: [620, 410],
  Dennis: [840, 410],
  Kim: [660, 580],
  Bas: [820, 580],
};

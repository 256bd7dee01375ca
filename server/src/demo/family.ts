import type { ExampleFamily } from './seed.ts';

/** Three invented people; enough to look around. */
export const exampleFamily: ExampleFamily = {
  titel: 'Voorbeeld: gezin De Wit',
  feiten: {
    regie: [{ organisatie: 'Lokaal team', naam: 'Karim Aydin', sinds: '2026-01-12' }],
    kaders: [{ kind: 'sanne', kader: 'vrijwillig', sinds: '2026-01-12' }],
  },
  deelnemers: [
    {
      id: 'pkarim',
      naam: 'Karim Aydin',
      rol: 'casusregisseur',
      organisatie: 'Lokaal team',
      opent: ['gedeeld', 'eigen'],
    },
    {
      id: 'pfemke',
      naam: 'Femke Postma',
      rol: 'medewerker-gi',
      organisatie: 'Jeugdbescherming',
      opent: ['gedeeld', 'eigen'],
    },
    { id: 'pnadia', naam: 'Nadia de Wit', rol: 'ouder-met-gezag', persoon: 'nadia', opent: ['gedeeld', 'eigen'] },
    { id: 'pmark', naam: 'Mark Visser', rol: 'ouder-zonder-gezag', persoon: 'mark', opent: ['gedeeld', 'eigen'] },
    { id: 'psanne', naam: 'Sanne', rol: 'jeugdige', persoon: 'sanne', opent: ['gedeeld', 'eigen'] },
    { id: 'pscherm', naam: 'Overlegkamer', rol: 'groot-scherm', opent: ['gedeeld'] },
  ],
  things: [
    {
      id: 'nadia',
      type: 'persoon',
      by: 'pkarim',
      texts: { naam: 'Nadia de Wit' },
      values: { geboren: '1985', geslacht: 'vrouw', kring: 'gezin' },
    },
    {
      id: 'mark',
      type: 'persoon',
      by: 'pkarim',
      texts: { naam: 'Mark Visser' },
      values: { geboren: '1983', geslacht: 'man', kring: 'gezin' },
    },
    {
      id: 'sanne',
      type: 'persoon',
      by: 'pkarim',
      texts: { naam: 'Sanne' },
      values: { geboren: '2012-05', geslacht: 'vrouw', kring: 'gezin', indexkind: true },
    },
    {
      id: 'eerste-notitie',
      type: 'notitie',
      by: 'pnadia',
      texts: { tekst: 'Ik wil dat het thuis weer rustig wordt.' },
      values: { over: ['nadia'] },
    },
  ],
  places: [],
};

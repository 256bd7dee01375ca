import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { statement } from '../statement.ts';

const f = fieldsOf('woorden');

/** The three sides of the CAF triangle with their dimensions; six a side, the set is a choice (design domain 2.4). */
export const cafDimensions = {
  kind: ['gezondheid', 'leren', 'gevoel-en-gedrag', 'identiteit', 'omgaan-met-anderen', 'zelf-kunnen'],
  opvoeding: ['basiszorg', 'veiligheid', 'warmte', 'stimuleren', 'regels-en-grenzen', 'rust-en-vastigheid'],
  omgeving: [
    'gezin-en-geschiedenis',
    'familie',
    'wonen',
    'werk-en-inkomen',
    'buurt-en-contacten',
    'voorzieningen-en-hulp',
  ],
} as const;
export type CafSide = keyof typeof cafDimensions;

/** Something that goes well or is hard, on one side of the triangle. */
export const factor = define({
  type: 'factor',
  views: ['caf-driehoek'],
  main: 'tekst',
  required: ['kant', 'waarde'],
  fields: {
    tekst: f.text(400),
    kant: f.choice('kind', 'opvoeding', 'omgeving'),
    dimensie: f.choice(...cafDimensions.kind, ...cafDimensions.opvoeding, ...cafDimensions.omgeving),
    waarde: f.choice('kracht', 'zorg', 'onbekend'),
    /** A strength may name the worry it makes up for. */
    compenseert: f.ref('factor'),
    ...statement('woorden'),
  },
});

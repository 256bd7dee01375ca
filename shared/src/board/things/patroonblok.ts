import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { evidence } from '../statement.ts';

const f = fieldsOf('woorden');

/** One line in one box of the gezinspatroon. Boxes of a parent or a child name that person. */
export const patroonblok = define({
  type: 'patroonblok',
  views: ['gezinspatroon'],
  main: 'tekst',
  required: ['vak'],
  fields: {
    tekst: f.text(400),
    vak: f.choice(
      'ontwikkeling-ouder',
      'gedrag-ouder',
      'ontwikkeling-kind',
      'gedrag-kind',
      'problemen-in-het-gezin',
      'hulp',
    ),
    persoon: f.ref('persoon'),
    onderbouwing: evidence('woorden'),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** What somebody means well by what they do. */
export const nobeleIntentie = define({
  type: 'nobele-intentie',
  main: 'tekst',
  required: ['persoon'],
  fields: { tekst: f.text(400), persoon: f.ref('persoon') },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('samen');

/** The short sentence that says what keeps coming back in this family. */
export const patroonzin = define({
  type: 'patroonzin',
  main: 'tekst',
  fields: { tekst: f.text(400) },
});

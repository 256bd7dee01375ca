import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** An answer to somebody else's words. Nobody changes another's words; one reacts. */
export const reactie = define({
  type: 'reactie',
  main: 'tekst',
  required: ['op'],
  fields: { tekst: f.text(600), op: f.ref('*') },
});

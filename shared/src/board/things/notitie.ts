import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** The smallest thing anyone can write: a card without a further meaning. */
export const notitie = define({
  type: 'notitie',
  main: 'tekst',
  fields: { tekst: f.text(1000), over: f.refs(0, 30, 'persoon') },
});

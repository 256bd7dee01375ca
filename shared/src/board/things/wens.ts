import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

export const wens = define({
  type: 'wens',
  main: 'tekst',
  fields: { tekst: f.text(), over: f.refs(0, 30, 'persoon') },
});

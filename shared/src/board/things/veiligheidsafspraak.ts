import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

export const veiligheidsafspraak = define({
  type: 'veiligheidsafspraak',
  makers: 'professionals',
  main: 'tekst',
  fields: {
    tekst: f.text(),
    over: f.refs(0, 30, 'persoon'),
    wie: f.line(160),
    watAls: f.text(500),
    vanaf: f.value(vagueDate),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('samen');

export const afspraak = define({
  type: 'afspraak',
  main: 'wat',
  fields: {
    wat: f.text(400),
    wie: f.line(160),
    wanneer: f.value(vagueDate),
    bijeenkomst: f.ref('bijeenkomst'),
  },
});

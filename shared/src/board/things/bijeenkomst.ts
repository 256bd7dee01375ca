import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { day } from '../vague-date.ts';

const f = fieldsOf('feit');

export const bijeenkomst = define({
  type: 'bijeenkomst',
  makers: 'professionals',
  main: 'titel',
  required: ['datum'],
  fields: {
    titel: f.line(120),
    datum: f.value(day),
    aanwezig: f.refs(0, 60, 'persoon'),
    ookAanwezig: f.line(300),
    volgende: f.value(day),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { statement } from '../statement.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

export const gebeurtenis = define({
  type: 'gebeurtenis',
  makers: 'professionals',
  views: ['tijdlijn'],
  main: 'titel',
  required: ['wanneer'],
  fields: { titel: f.line(160), wanneer: f.value(vagueDate), toelichting: f.text(), ...statement('feit') },
});

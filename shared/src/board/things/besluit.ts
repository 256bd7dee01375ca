import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** A (core) decision: where, by whom, with which advice, followed or why not. */
export const besluit = define({
  type: 'besluit',
  makers: 'professionals',
  views: ['tijdlijn'],
  main: 'titel',
  required: ['wanneer'],
  fields: {
    titel: f.line(160),
    wanneer: f.value(vagueDate),
    over: f.refs(0, 30, 'persoon'),
    waar: f.choice('netwerkberaad', 'casuistiekoverleg', 'jeugdbeschermingstafel', 'rechtbank', 'elders'),
    door: f.line(160),
    redenen: f.text(),
    advies: f.text(),
    gevolgd: f.choice('ja', 'deels', 'nee'),
    waaromNiet: f.text(),
  },
});

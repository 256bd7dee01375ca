import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** Help that was or is given: what, by whom, from when to when, what for, with what result. */
export const hulp = define({
  type: 'hulp',
  makers: 'professionals',
  views: ['tijdlijn'],
  main: 'wat',
  required: ['wanneer'],
  fields: {
    wat: f.line(160),
    wie: f.line(160),
    organisatie: f.ref('organisatie'),
    wanneer: f.value(vagueDate),
    over: f.refs(0, 30, 'persoon'),
    doel: f.text(500),
    resultaat: f.text(500),
    uitkomst: f.choice('geholpen', 'deels', 'niet-geholpen', 'loopt', 'onbekend'),
  },
});

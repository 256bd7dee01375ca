import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** Why this family is talked about: the first reason, the latest, or a report of worries (zorgmelding). */
export const aanleiding = define({
  type: 'aanleiding',
  makers: 'professionals',
  main: 'tekst',
  required: ['soort'],
  fields: {
    tekst: f.text(),
    soort: f.choice('eerste', 'laatste', 'zorgmelding'),
    wanneer: f.value(vagueDate),
    over: f.refs(0, 30, 'persoon'),
    bron: f.line(160),
  },
});

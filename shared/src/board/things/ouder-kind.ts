import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** One set of one or two parents for one child. A child with birth parents and foster parents has two of these. */
export const ouderKind = define({
  type: 'ouder-kind',
  makers: 'professionals',
  views: ['genogram'],
  main: 'toelichting',
  required: ['ouders', 'kind', 'soort'],
  fields: {
    ouders: f.refs(1, 2, 'persoon'),
    kind: f.ref('persoon'),
    soort: f.choice('biologisch', 'adoptie', 'pleeg', 'stief', 'donor', 'draagmoeder', 'voogd'),
    periode: f.value(vagueDate),
    toelichting: f.line(160),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('feit');

/** Children of one birth: twins and more. Their lines come from one point. */
export const meerling = define({
  type: 'meerling',
  makers: 'professionals',
  views: ['genogram'],
  main: 'toelichting',
  required: ['kinderen'],
  fields: {
    kinderen: f.refs(2, 8, 'persoon'),
    soort: f.choice('eeneiig', 'twee-eiig', 'onbekend'),
    toelichting: f.line(160),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** A child that is expected, or that was lost before or at birth. It stands among its brothers and sisters, in the order of births. */
export const zwangerschap = define({
  type: 'zwangerschap',
  makers: 'professionals',
  views: ['genogram'],
  main: 'naam',
  required: ['ouders', 'soort'],
  fields: {
    naam: f.line(80),
    ouders: f.refs(1, 2, 'persoon'),
    soort: f.choice('zwanger', 'miskraam', 'afgebroken', 'doodgeboren'),
    /** The day that the child is or was expected, or of the loss. */
    wanneer: f.value(vagueDate),
    geslacht: f.choice('man', 'vrouw', 'onbekend'),
    toelichting: f.line(160),
  },
});

import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';
import * as z from 'zod';

const f = fieldsOf('feit');

/** Somebody on the board. No address, phone or school: those never stand on a board. */
export const persoon = define({
  type: 'persoon',
  makers: 'professionals',
  views: ['genogram', 'sociogram'],
  main: 'naam',
  fields: {
    naam: f.line(80),
    geslacht: f.choice('man', 'vrouw', 'non-binair', 'intersekse', 'onbekend'),
    /** Only where the person wants it to be there. */
    geboortegeslacht: f.choice('man', 'vrouw', 'intersekse'),
    geboren: f.value(vagueDate),
    overleden: f.value(vagueDate),
    /** The child (or children) the meeting is about: drawn with a double outline. */
    indexkind: f.value(z.boolean()),
    kring: f.choice('gezin', 'familie', 'netwerk', 'professional'),
    bijzonderheid: f.line(160),
  },
});

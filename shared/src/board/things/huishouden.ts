import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

/** Who live together. Never where: a board holds no addresses. */
export const huishouden = define({
  type: 'huishouden',
  makers: 'professionals',
  views: ['genogram'],
  main: 'naam',
  required: ['leden'],
  fields: { naam: f.line(80), leden: f.refs(1, 30, 'persoon'), periode: f.value(vagueDate) },
});

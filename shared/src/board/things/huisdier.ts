import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('feit');

/** An animal that belongs to a home and matters to somebody in it. */
export const huisdier = define({
  type: 'huisdier',
  makers: 'professionals',
  views: ['genogram', 'sociogram'],
  main: 'naam',
  required: ['bij'],
  fields: { naam: f.line(80), soort: f.line(40), bij: f.refs(1, 30, 'persoon') },
});

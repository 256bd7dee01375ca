import { fieldsOf } from './field.ts';
import type { FieldClass } from './field.ts';

/** What a statement leans on: things of the tijdlijn. */
export const evidence = (fieldClass: FieldClass) => fieldsOf(fieldClass).refs(0, 20, 'gebeurtenis', 'besluit', 'hulp');

/**
 * What every statement says beside its text: about whom, whether it is a fact, a view or an interpretation
 * (Jeugdwet 3.3 keeps these three apart), where it comes from, and what on the tijdlijn it leans on.
 */
export function statement(fieldClass: FieldClass) {
  const f = fieldsOf(fieldClass);
  return {
    over: f.refs(0, 30, 'persoon'),
    soort: f.choice('feit', 'visie', 'duiding'),
    bron: f.line(160),
    onderbouwing: evidence(fieldClass),
  };
}

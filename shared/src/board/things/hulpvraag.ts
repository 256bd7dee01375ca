import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** What somebody asks for, in their own words; `onderliggend` is the question beneath the first one. */
export const hulpvraag = define({
  type: 'hulpvraag',
  main: 'tekst',
  fields: { tekst: f.text(), laag: f.choice('direct', 'onderliggend'), over: f.refs(0, 30, 'persoon') },
});

import * as fc from 'fast-check';

/**
 * The suite plays the same generated cases every time, so that what is red today was made today. `FAST_CHECK_SEED=new` plays others, and a number
 * plays those of one run again; what fails then stays as an example in its test.
 */
const asked = process.env['FAST_CHECK_SEED'];
if (asked !== 'new') fc.configureGlobal({ seed: Number(asked ?? 20_261_129) });

import { meAnswer } from '@samenbord/shared/wire/http.ts';
import type { Participation } from '@samenbord/shared/wire/http.ts';
import { apiPath, ask } from '../document/server.ts';

/** The boards this browser takes part in. */
export const loadMine = (): Promise<readonly Participation[]> =>
  ask('GET', apiPath('/me'), { schema: meAnswer }).then(({ deelnames }) => deelnames);

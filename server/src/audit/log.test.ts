import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('J43 of an error nobody foresaw the log gets its kind, its code and its place, never its message', () => {
  const broken = (): unknown => {
    try {
      return JSON.parse('{"MARKERwoord": MARKERwoord');
    } catch (error) {
      return error;
    }
  };
  expect(String(broken())).toContain('MARKER');
  const said = describeError(broken());
  expect(said).toMatchObject({ error: 'SyntaxError' });
  expect(said['at']).toMatch(/^(<anonymous>|[\w.-]+:\d+:\d+|)$/);
  const coded = describeError(Object.assign(new Error('MARKER niet gevonden'), { code: 'ENOENT' }));
  expect(coded).toMatchObject({ error: 'Error', code: 'ENOENT' });
  for (const all of [said, coded, describeError('MARKER')]) expect(JSON.stringify(all)).not.toContain('MARKER');
});

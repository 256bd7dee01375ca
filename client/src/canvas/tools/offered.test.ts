import { expect, test } from 'vitest';
import { may } from '@samenbord/shared/access/may.ts';
import type { TableState } from '@samenbord/shared/access/may.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import { ways } from '@samenbord/shared/meeting/agenda.ts';
import { allOff, offeredTools } from './offered.ts';

const offered = (view: (typeof viewNames)[number], rol: Role, state: TableState) =>
  offeredTools(view, 'pme', (deed) => may({ id: 'pme', rol, opens: ['gedeeld'] }, { kind: 'gedeeld' }, deed, state));
const off = (view: (typeof viewNames)[number], rol: Role, state: TableState) =>
  offered(view, rol, state).filter((one) => one.off !== undefined);

test('C45 a tool that this step does not open stays in sight and is off with the reason; one that is never theirs is not there', () => {
  for (const view of viewNames) {
    const usual: TableState = { open: true, opens: ways.gewoon };
    expect(off(view, 'casusregisseur', usual)).toEqual([]);
    expect(off(view, 'ouder-met-gezag', usual)).toEqual([]);
    expect(allOff(offered(view, 'ouder-met-gezag', usual))).toBeUndefined();
    // One listens: for family nothing can be made, and the same tools are there.
    const quiet: TableState = { open: true, opens: ways.rustig };
    const names = (state: TableState): string[] => offered(view, 'ouder-met-gezag', state).map(({ tool }) => tool.name);
    expect(names(quiet)).toEqual(names(usual));
    expect(allOff(offered(view, 'ouder-met-gezag', quiet))).toBe('stap-dicht');
    // Professionals note down, and nobody draws.
    expect(off(view, 'medewerker-gi', quiet).map(({ tool }) => tool.kind)).not.toContain('make');
    expect(off(view, 'medewerker-gi', quiet).every((one) => one.tool.kind === 'ink' || one.tool.kind === 'erase')).toBe(
      true,
    );
    expect(allOff(offered(view, 'medewerker-gi', { ...usual, frozen: true }))).toBe('tafel-vast');
    expect(
      offered(view, 'ouder-met-gezag', { ...usual, alone: true }).find(({ tool }) => tool.name === 'notitie')?.off,
    ).toBe('eerst-alleen');
    expect(offered(view, 'ouder-met-gezag', usual).map(({ tool }) => tool.name)).not.toContain('persoon');
  }
  expect(
    offered('genogram', 'ouder-met-gezag', { open: true, opens: ways.tekenen }).map(({ tool }) => tool.name),
  ).toContain('persoon');
});

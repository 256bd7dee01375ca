/**
 * Who may do what, by role, zone and state of the table. Written by hand from the matrix of roles and zones of the domain, apart from the code of access: when
 * the two differ, one of them is wrong.
 *
 * l reads · w puts words of their own there · e mends these · f makes a fact · s writes what is written together · p moves what lies there ·
 * t takes back their own words · a changes words of another · n takes off a card of another · v sets how safe a child is · x erases for good · - nothing
 *
 * Nobody has `a` where others write: not even a professional changes words of another. `+thuis`: the invitation lets them read at home; `+team`: it opens the team.
 */
export const deeds = 'lwefsptanvx';

/** Every state a table can be in. `alleen`: everyone writes alone first, in a step of that way of working. */
const table = `
gedeeld                 | dicht     | dicht-vast | gewoon    | rustig   | schrijven | tekenen   | vast | alleen-gewoon | alleen-rustig | alleen-schrijven | alleen-tekenen
casusregisseur          | lwefsptnx | ltnx       | lwefsptnx | lwefstnx | lwefstnx  | lwefsptnx | ltnx | lfsptnx       | lfstnx        | lfstnx           | lfsptnx
medewerker-lt           | lwefspt   | lt         | lwefspt   | lwefst   | lwefst    | lwefspt   | lt   | lfspt         | lfst          | lfst             | lfspt
medewerker-gi           | lwefspt   | lt         | lwefspt   | lwefst   | lwefst    | lwefspt   | lt   | lfspt         | lfst          | lfst             | lfspt
gedragswetenschapper    | lwefspt   | lt         | lwefspt   | lwefst   | lwefst    | lwefspt   | lt   | lfspt         | lfst          | lfst             | lfspt
hulpverlener            | lwefspt   | lt         | lwefspt   | lwefst   | lwefst    | lwefspt   | lt   | lfspt         | lfst          | lfst             | lfspt
hulpverlener+team       | lwefspt   | lt         | lwefspt   | lwefst   | lwefst    | lwefspt   | lt   | lfspt         | lfst          | lfst             | lfspt
ouder-met-gezag         | -         | -          | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
ouder-met-gezag+thuis   | lt        | lt         | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
ouder-zonder-gezag      | -         | -          | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
ouder-zonder-gezag+thuis| lt        | lt         | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
jeugdige                | -         | -          | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
jeugdige+thuis          | lt        | lt         | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
netwerk                 | -         | -          | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
netwerk+thuis           | lt        | lt         | lwespt    | lt       | lwest     | lwefspt   | lt   | lspt          | lt            | lst              | lfspt
facilitator             | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
facilitator+thuis       | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
groot-scherm            | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
groot-scherm+thuis      | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
waarnemer               | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
waarnemer+thuis         | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l

tafel                   | dicht     | dicht-vast | gewoon    | rustig   | schrijven | tekenen   | vast | alleen-gewoon | alleen-rustig | alleen-schrijven | alleen-tekenen
casusregisseur          | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
medewerker-lt           | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
medewerker-gi           | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
gedragswetenschapper    | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
hulpverlener            | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
hulpverlener+team       | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
ouder-met-gezag         | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
ouder-met-gezag+thuis   | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
ouder-zonder-gezag      | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
ouder-zonder-gezag+thuis| l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
jeugdige                | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
jeugdige+thuis          | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
netwerk                 | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
netwerk+thuis           | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
facilitator             | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
facilitator+thuis       | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
groot-scherm            | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
groot-scherm+thuis      | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
waarnemer               | -         | -          | l         | l        | l         | l         | l    | l             | l             | l                | l
waarnemer+thuis         | l         | l          | l         | l        | l         | l         | l    | l             | l             | l                | l
`;

/** The same in every state of the table: what is not the table does not go with it. */
const always = `
                        | team       | eigen-mij  | eigen-ander | vertrouwd-mij | vertrouwd-noemt-mij | vertrouwd-ander | tafel-mij | tafel-ander
casusregisseur          | lwefsptnvx | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
medewerker-lt           | lwefsptv   | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
medewerker-gi           | lwefsptv   | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
gedragswetenschapper    | lwefsptv   | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
hulpverlener            | -          | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
hulpverlener+team       | lwefsptv   | lwefsptanx | -           | -             | lwefspt             | -               | l         | -
ouder-met-gezag         | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
ouder-met-gezag+thuis   | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
ouder-zonder-gezag      | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
ouder-zonder-gezag+thuis| -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
jeugdige                | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
jeugdige+thuis          | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
netwerk                 | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
netwerk+thuis           | -          | lwefsptanx | -           | lwesptx       | -                   | -               | l         | -
facilitator             | -          | lwefsptanx | -           | -             | -                   | -               | l         | -
facilitator+thuis       | -          | lwefsptanx | -           | -             | -                   | -               | l         | -
groot-scherm            | -          | -          | -           | -             | -                   | -               | -         | -
groot-scherm+thuis      | -          | -          | -           | -             | -                   | -               | -         | -
waarnemer               | -          | lwefsptanx | -           | -             | -                   | -               | l         | -
waarnemer+thuis         | -          | lwefsptanx | -           | -             | -                   | -               | l         | -
`;

export type Row = Readonly<Record<string, string>>;
const rowsOf = (block: string): { head: string; rows: Map<string, Row> } => {
  const [first = '', ...rest] = block.trimEnd().replace(/^\n+/, '').split('\n');
  const [head = '', ...columns] = cells(first);
  const rows = new Map<string, Row>();
  for (const line of rest) {
    const [name = '', ...values] = cells(line);
    if (values.length !== columns.length || rows.has(name)) throw new Error(`a row that is not right: ${line}`);
    rows.set(name, Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])));
  }
  return { head, rows };
};
const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

const byState = table.split('\n\n').map(rowsOf);
const steady = rowsOf(always).rows;

/** The names of the states that were written down. */
export const states: readonly string[] = Object.keys(byState[0]?.rows.get('casusregisseur') ?? {});
export const zones: readonly string[] = [
  ...byState.map(({ head }) => head),
  ...Object.keys(steady.get('casusregisseur') ?? {}),
];
/** Everybody that was written down: a role, as it usually opens or with something more. */
export const everybody: readonly string[] = [...steady.keys()];

/** What is written in this cell. Throws when nobody wrote it. */
export function written(who: string, zone: string, state: string): string {
  const cell = byState.find(({ head }) => head === zone)?.rows.get(who)?.[state] ?? steady.get(who)?.[zone];
  if (cell === undefined || !/^(-|l[a-z]*)$/.test(cell)) throw new Error(`nobody wrote ${who}, ${zone}, ${state}`);
  return cell;
}

import { useBoard } from '../document/context.tsx';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { Choice } from '../parts/Choice.tsx';
import type { Option } from '../parts/Choice.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PeoplePicker, personOptions } from '../parts/PersonPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { isWords, useMayMake } from './lists-context.tsx';
import { cardKinds, mostLetters } from './pure/draft.ts';
import type { CardKind, Draft, Step, Where } from './pure/draft.ts';
import { sayRow } from './pure/say.ts';

const words = listWords.compose;
const icons: Readonly<Record<CardKind, IconName>> = {
  kracht: 'kracht',
  zorg: 'zorg',
  wens: 'star',
  hulpvraag: 'hulp',
  notitie: 'note',
  reactie: 'reactie',
};
const kindOptions: readonly Option[] = cardKinds.map((kind) => ({
  value: kind,
  label: words.kinds[kind],
  hint: words.kindHints[kind],
  icon: icons[kind],
}));

type StepProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

/** One question of the composer. Its label is the heading above it. */
export function ComposeStep({ step, ...rest }: StepProps & { step: Step }) {
  switch (step) {
    case 'soort':
      return <Kind {...rest} />;
    case 'op':
      return <Target {...rest} />;
    case 'tekst':
      return <Words {...rest} />;
    case 'van-wie':
      return <Whose {...rest} />;
    case 'over':
      return <About {...rest} />;
    case 'plek':
      return <Place {...rest} />;
    case 'voorbeeld':
      return null;
  }
}

function Kind({ draft, onChange }: StepProps) {
  const pick = (value: string | undefined): void => {
    const soort = cardKinds.find((kind) => kind === value);
    onChange({ ...draft, soort, plek: undefined, op: soort === 'reactie' ? draft.op : undefined });
  };
  return <Choice label={words.questions.soort} options={kindOptions} value={draft.soort} onChange={pick} isRequired />;
}

function Target({ draft, onChange }: StepProps) {
  const board = useBoard('gedeeld');
  const cards = [...board.things.values()].filter((thing) => !thing.weg && isWords(thing) && thing.type !== 'reactie');
  if (cards.length === 0) return <Notice>{words.nobodyToReact}</Notice>;
  return (
    <Choice
      label={words.questions.op}
      options={cards.map((thing) => ({ value: thing.id, label: sayRow(board, thing) }))}
      value={draft.op}
      onChange={(op) => onChange({ ...draft, op })}
      isRequired
      folded={false}
    />
  );
}

function Words({ draft, onChange }: StepProps) {
  const most = mostLetters(draft);
  const over = draft.tekst.trim().length > most;
  return (
    <TextField
      label={draft.soort === undefined ? words.questions.tekst : words.kinds[draft.soort]}
      value={draft.tekst}
      onChange={(tekst) => onChange({ ...draft, tekst })}
      lines={4}
      error={over ? words.tooLong(most) : undefined}
    />
  );
}

function Whose({ draft, onChange }: StepProps) {
  const people = personOptions(useBoard('gedeeld'));
  const own = 'zelf';
  return (
    <Choice
      label={words.questions['van-wie']}
      options={[{ value: own, label: words.own, icon: 'person' }, ...people]}
      value={draft.vanWie ?? own}
      onChange={(value) => onChange({ ...draft, vanWie: value === own ? undefined : value })}
      isRequired
      folded={false}
    />
  );
}

function About({ draft, onChange }: StepProps) {
  const board = useBoard('gedeeld');
  return (
    <PeoplePicker
      board={board}
      label={words.questions.over}
      value={draft.over}
      onChange={(over) => onChange({ ...draft, over })}
      max={30}
    />
  );
}

const sides = ['kind', 'opvoeding', 'omgeving'] as const;
const boxes = [
  'gedrag-kind',
  'ontwikkeling-kind',
  'gedrag-ouder',
  'ontwikkeling-ouder',
  'problemen-in-het-gezin',
  'hulp',
] as const;

/** A side of the triangle; what is hard may also be a line of the pattern. */
function Place({ draft, onChange }: StepProps) {
  const mayMake = useMayMake('gedeeld');
  const inPattern = draft.soort === 'zorg' && mayMake('patroonblok') ? boxes : [];
  const options: Option[] = [
    ...sides.map((kant) => ({ value: kant, label: words.sides[kant], icon: 'caf-driehoek' as const })),
    ...inPattern.map((vak) => ({ value: vak, label: words.boxes[vak], icon: 'gezinspatroon' as const })),
  ];
  const pick = (value: string | undefined): Where | undefined => {
    const kant = sides.find((side) => side === value);
    if (kant !== undefined) return { kant };
    const vak = boxes.find((box) => box === value);
    return vak === undefined ? undefined : { vak };
  };
  const now = draft.plek === undefined ? undefined : 'kant' in draft.plek ? draft.plek.kant : draft.plek.vak;
  return (
    <Choice
      label={words.questions.plek}
      options={options}
      value={now}
      onChange={(value) => onChange({ ...draft, plek: pick(value) })}
      folded={false}
    />
  );
}

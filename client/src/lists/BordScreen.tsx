import { listWords } from '@samenbord/shared/words/lists.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { UnknownCards } from '../parts/UnknownCards.tsx';
import { useLists } from './lists-context.tsx';
import { homeOf, instruments } from './pure/instruments.ts';
import type { Instrument } from './pure/instruments.ts';

const icons: Readonly<Record<Instrument, IconName>> = {
  genogram: 'genogram',
  sociogram: 'sociogram',
  tijdlijn: 'tijdlijn',
  'caf-driehoek': 'caf-driehoek',
  gezinspatroon: 'gezinspatroon',
  veiligheid: 'safety',
  doelen: 'target',
  vragen: 'star',
  notities: 'note',
};

/** The lists of the board. `shown`: the one that stands open beside it. */
export function InstrumentList({ shown }: { shown?: Instrument | undefined }) {
  const { go } = useLists();
  const board = useBoard('gedeeld');
  const counts = new Map<string, number>();
  for (const thing of board.things.values()) {
    if (!thing.weg) counts.set(homeOf(board, thing), (counts.get(homeOf(board, thing)) ?? 0) + 1);
  }
  return (
    <>
      <ul className="list-places">
        {instruments.map((instrument) => (
          <li key={instrument}>
            <button
              type="button"
              className="list-place"
              aria-current={shown === instrument ? 'true' : undefined}
              onClick={() => go({ kind: 'lijst', instrument })}
            >
              <Icon name={icons[instrument]} size={24} />
              <span className="list-place-words">
                <strong>{listWords.instruments[instrument].naam}</strong>
                <span className="list-soft">{listWords.instruments[instrument].uitleg}</span>
              </span>
              <span className="list-soft">
                {counts.get(instrument) ?? 0}
                <span className="only-heard"> {listWords.count}</span>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      <UnknownCards board={board} />
    </>
  );
}

/** The place *Bord* of the phone. */
export function BordScreen() {
  const { tableOpen, onTable } = useLists();
  if (!tableOpen) return <EmptyState icon="people">{listWords.noTable}</EmptyState>;
  return (
    <>
      <InstrumentList />
      <Button icon="people" onPress={onTable}>
        {listWords.table}
      </Button>
    </>
  );
}

import { preparedQuestions } from '@samenbord/shared/board/marks.ts';
import type { Prepared } from '@samenbord/shared/board/marks.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { prepareWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoard, useBoardSession, useZone } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Icon } from '../parts/Icon.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';
import { PrepareAnswer } from './PrepareAnswer.tsx';
import { useTrusted } from './use-trusted.ts';
import type { Trusted } from './use-trusted.ts';
import './rounds.css';

/** Getting ready at home: four short questions on one page, and per answer who may read it. `onDone` leads back. */
export function PreparePage({ onDone }: { readonly onDone?: (() => void) | undefined }) {
  const trusted = useTrusted();
  return (
    <div className="prepare">
      <h1 tabIndex={-1} data-screen-title>
        {w.title}
      </h1>
      <p>{w.lead}</p>
      <p className="prepare-tab">
        <Icon name="lock" size={18} />
        <span>{w.tabOnly}</span>
      </p>
      {preparedQuestions.map((vraag) => (
        <Question key={vraag} vraag={vraag} trusted={trusted} />
      ))}
      <Danger reads />
      {onDone !== undefined && (
        <>
          <div className="prepare-hands">
            <Button icon="check" onPress={onDone}>
              {w.close}
            </Button>
          </div>
          <p className="soft">{w.closeText}</p>
        </>
      )}
    </div>
  );
}

const answersTo = (things: Iterable<Thing>, vraag: Prepared): Thing[] =>
  [...things].filter((thing) => thing.voorbereid === vraag && !thing.weg);

function Question({ vraag, trusted }: { vraag: Prepared; trusted: Trusted | undefined }) {
  const { ownZone } = useBoardSession();
  const own = answersTo(useBoard(ownZone).things.values(), vraag);
  const shared = answersTo(useBoard(trusted?.zone ?? '').things.values(), vraag);
  const names = sayList((trusted?.answer?.professionals ?? []).map(({ naam }) => naam));
  return (
    <section className="prepare-question" aria-labelledby={`vraag-${vraag}`}>
      <h2 id={`vraag-${vraag}`}>{w.questions[vraag]}</h2>
      <p className="soft">{w.hints[vraag]}</p>
      {own.length + shared.length > 0 && (
        <ul className="prepare-answers">
          {own.map((thing) => (
            <Kept key={thing.id} zone={ownZone} thing={thing} />
          ))}
          {trusted !== undefined &&
            shared.map((thing) => (
              <OwnAnswer
                key={thing.id}
                zone={trusted.zone}
                thing={thing}
                stands={w.stands.vertrouwd(names)}
                icon="people"
              />
            ))}
        </ul>
      )}
      <PrepareAnswer vraag={vraag} trusted={trusted} isMore={own.length + shared.length > 0} />
    </section>
  );
}

/** An answer in my own box: it goes along to the table or it does not. */
function Kept({ zone, thing }: { zone: string; thing: Thing }) {
  const { intend } = useZone(zone);
  const along = thing.mee === true;
  return (
    <OwnAnswer
      zone={zone}
      thing={thing}
      stands={along ? w.stands.tafel : w.stands.eigen}
      icon={along ? 'forward' : 'lock'}
    >
      {thing.voorbereid !== 'niet-op-tafel' && (
        <Button onPress={() => void intend({ kind: 'set', id: thing.id, field: 'mee', value: !along })}>
          {along ? w.keepHere : w.takeAlong}
        </Button>
      )}
    </OwnAnswer>
  );
}

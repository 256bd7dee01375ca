import { useId, useMemo, useState } from 'react';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { familyOn } from '@samenbord/shared/genogram/on-date.ts';
import { dateSliderWords } from '@samenbord/shared/words/family-time.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { DateSlider } from '../parts/DateSlider.tsx';
import type { DateSliderProps } from '../parts/DateSlider.tsx';
import { FamilyChecks } from '../parts/FamilyChecks.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { useLists, useMayMake } from './lists-context.tsx';
import { addableIn } from './pure/instruments.ts';
import type { Instrument } from './pure/instruments.ts';
import { capital } from './pure/say.ts';
import { sectionsOf } from './pure/sections.ts';
import type { Section } from './pure/sections.ts';
import { PictureSentences } from './PictureSentences.tsx';
import { ThingRow } from './Row.tsx';
import { today } from './WordsCard.tsx';

/** One instrument as lists: a heading for each section, what stands below it, and what one may add there. */
export function ListScreen({ instrument }: { instrument: Instrument }) {
  const board = useBoard('gedeeld');
  const { go } = useLists();
  const open = (id: string): void => go({ kind: 'ding', zone: 'gedeeld', id });
  const [day, setDay] = useState<number | undefined>(undefined);
  const then = useMemo(() => (day === undefined ? board : familyOn(board, day)), [board, day]);
  const looksBack = day !== undefined;
  const sections = sectionsOf(instrument, board, then);
  return (
    <>
      {!looksBack && <AddMenu instrument={instrument} />}
      {instrument === 'genogram' && <LookBack board={board} day={day} onChange={setDay} />}
      {sections.map((section, index) => (
        <ListSection key={`${section.title} ${index}`} section={section} onlyRead={looksBack} />
      ))}
      {instrument === 'genogram' && !looksBack && <FamilyChecks onOpen={open} />}
      <PictureSentences instrument={instrument} board={then} day={day ?? today()} />
    </>
  );
}

/** The family as it was on a date: the same list, without what was not there yet. Nothing is added there. */
function LookBack({ board, day, onChange }: Omit<DateSliderProps, 'today'>) {
  return (
    <details className="list-sentences" onToggle={(event) => !event.currentTarget.open && onChange(undefined)}>
      <summary>{dateSliderWords.open}</summary>
      <div className="list-look-back">
        <DateSlider board={board} today={today()} day={day} onChange={onChange} />
      </div>
    </details>
  );
}

function ListSection({ section, onlyRead }: { section: Section; onlyRead: boolean }) {
  const { go } = useLists();
  const mayMake = useMayMake('gedeeld');
  const heading = useId();
  const { title, rows, empty, add } = section;
  const mayAdd = add !== undefined && !onlyRead && mayMake(add.type);
  if (onlyRead && rows.length === 0) return null;
  return (
    <section className="list-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {rows.length > 0 && (
        <ul className="list-rows">
          {rows.map(({ thing, lead, said }) => (
            <ThingRow key={`${thing.id} ${said?.text ?? ''}`} zone="gedeeld" thing={thing} lead={lead} said={said} />
          ))}
        </ul>
      )}
      {rows.length === 0 && empty !== undefined && <p className="list-empty">{empty}</p>}
      {mayAdd && (
        <Button
          look="plain"
          icon="plus"
          onPress={() => go({ kind: 'nieuw', zone: 'gedeeld', type: add.type, values: add.values })}
        >
          {listWords.addHere}
          <span className="only-heard">: {title}</span>
        </Button>
      )}
    </section>
  );
}

/** Everything this role may add in this list. */
function AddMenu({ instrument }: { instrument: Instrument }) {
  const { go } = useLists();
  const mayMake = useMayMake('gedeeld');
  const types = addableIn(instrument).filter(mayMake);
  if (types.length === 0) return null;
  return (
    <div className="list-tools">
      <MenuButton
        label={listWords.add}
        icon="plus"
        look="action"
        items={types.map((type) => ({ id: type, label: capital(thingWords[type].naam) }))}
        onChoose={(type) => go({ kind: 'nieuw', zone: 'gedeeld', type: type as ThingType })}
      />
    </div>
  );
}

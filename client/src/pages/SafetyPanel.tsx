import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { safetyWords } from '@samenbord/shared/words/zones.ts';
import { useBoard, useBoardSession, useMay, useNames } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { useSafetyFirst } from '../document/safety-first.ts';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { Icon } from '../parts/Icon.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { EmptyState, Notice } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import { safetyOf, stillSix } from './safety.ts';
import type { ChildSafety, SafetyState } from './safety.ts';

const onTable = ['veiligheidsafspraak', 'danger-statement'] as const satisfies readonly ThingType[];
type Making = { readonly zone: string; readonly type: ThingType; readonly values?: Readonly<Record<string, unknown>> };

/**
 * Safety: for who reads the team, how safe each child is now and was before, which stands on the ground of the team; and for everybody what was agreed, which lies on
 * the table.
 */
export function SafetyPanel() {
  const session = useBoardSession();
  const [making, setMaking] = useState<Making | undefined>(undefined);
  const hasTeam = session.zone('team') !== undefined;
  if (making !== undefined) return <Make making={making} onDone={() => setMaking(undefined)} />;
  return (
    <>
      <h2>{shellWords.safety}</h2>
      {hasTeam && <Children onMake={setMaking} />}
      <Agreements onMake={setMaking} />
    </>
  );
}

function Make({ making, onDone }: { making: Making; onDone: () => void }) {
  const { answer } = useBoardSession();
  const look = zoneLook(making.zone, answer);
  return (
    <div className={look.kind === 'team' ? 'team-part zone-team' : 'stack'}>
      <h2>{thingWords[making.type].naam}</h2>
      {look.kind === 'team' && <p>{safetyWords.team}</p>}
      <NewThingForm
        zone={making.zone}
        type={making.type}
        {...(making.values === undefined ? {} : { values: making.values })}
        {...(look.kind === 'team' ? { keep: { label: safetyWords.keep, icon: look.icon } } : {})}
        onDone={onDone}
      />
    </div>
  );
}

/** Each child with its newest state, and putting all of this first for the professionals. */
function Children({ onMake }: { onMake: (making: Making) => void }) {
  const { answer } = useBoardSession();
  const team = useBoard('team');
  const table = useBoard('gedeeld');
  const look = zoneLook('team', answer);
  return (
    <section className="team-part zone-team" aria-label={look.name}>
      <p className="team-part-mark">
        <Icon name={look.icon} size={18} />
        <strong>{look.name}</strong>
      </p>
      <p>{safetyWords.team}</p>
      <First />
      {safetyOf(team, table).map((child) => (
        <Child key={child.child} child={child} onMake={onMake} />
      ))}
    </section>
  );
}

/** One press, at any moment: on the screens of all professionals, and on no other. */
function First() {
  const { now, put } = useSafetyFirst();
  const names = useNames();
  const deed = useDeed();
  return (
    <>
      {now !== undefined && <Notice tone="veiligheid">{safetyWords.firstBy(names.nameOf(now.door))}</Notice>}
      <div>
        <Button icon="veiligheid" isDisabled={deed.busy} onPress={() => deed.run(() => put(now === undefined))}>
          {now === undefined ? safetyWords.first : safetyWords.firstOff}
        </Button>
      </div>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
    </>
  );
}

function Child({ child, onMake }: { child: ChildSafety; onMake: (making: Making) => void }) {
  const may = useMay('team');
  const { actor } = useBoardSession();
  const { name, now, before } = child;
  const mayAdd = may({ kind: 'create', thing: { type: 'veiligheidsstatus', by: actor.id } }) === undefined;
  return (
    <section className="safety-one">
      <h3>{name}</h3>
      {now === undefined ? <p>{safetyWords.noState}</p> : <State state={now} />}
      {mayAdd && (
        <div>
          <Button
            icon="plus"
            onPress={() => onMake({ zone: 'team', type: 'veiligheidsstatus', values: { kind: child.child } })}
          >
            {safetyWords.add}
            <span className="only-heard">{` (${name})`}</span>
          </Button>
        </div>
      )}
      {before.length > 0 && (
        <details>
          <summary>{shellWords.safetyBefore}</summary>
          <div className="stack">
            {before.map((state) => (
              <State key={state.id} state={state} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** What came out, when, by whom, and is it still a 6. */
function State({ state }: { state: SafetyState }) {
  const names = useNames('team');
  const { uitkomst, cijfer, datum, beoordelaar, toelichting, by } = state;
  const who = beoordelaar === '' ? names.nameOf(by) : beoordelaar;
  return (
    <article className={`card card-${uitkomst === 'veilig' ? 'gewoon' : 'veiligheid'}`}>
      <div className="card-body">
        <span className="card-kind">
          <Icon name={uitkomst === 'veilig' ? 'veilig' : 'veiligheid'} size={18} />
          {uitkomst === undefined ? safetyWords.noState : safetyWords.outcome[uitkomst]}
        </span>
        <span className="card-text">
          {[cijfer === undefined ? undefined : safetyWords.grade(cijfer), safetyWords.stillSix[stillSix(cijfer)]]
            .filter((part) => part !== undefined)
            .join(', ')}
        </span>
        {toelichting !== '' && <span className="card-text">{toelichting}</span>}
        <span className="card-line">
          {[datum === undefined ? undefined : sayDate(datum), safetyWords.by(who)]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </div>
    </article>
  );
}

/** What was agreed, and what is done when that does not work. It lies on the table. */
function Agreements({ onMake }: { onMake: (making: Making) => void }) {
  const { actor } = useBoardSession();
  const table = useBoard('gedeeld');
  const names = useNames();
  const professional = isProfessional(actor.rol);
  const agreed = ofType(table, 'veiligheidsafspraak');
  const feared = professional ? ofType(table, 'danger-statement') : [];
  return (
    <section className="stack" aria-labelledby="veiligheid-afspraken">
      <h3 id="veiligheid-afspraken">{safetyWords.agreements}</h3>
      {agreed.length === 0 && <EmptyState icon="veilig">{safetyWords.noAgreements}</EmptyState>}
      {[...agreed, ...feared].map((thing) => (
        <Card
          key={thing.id}
          thing={thing}
          text={thing.type === 'veiligheidsafspraak' ? sayAgreement(thing) : sayThing(table, thing)}
          about={sayOver(thing, names.personName)}
          nameOf={names.nameOf}
          personName={names.personName}
        />
      ))}
      {professional && (
        <div>
          <MenuButton
            label={shellWords.addNew}
            icon="plus"
            items={onTable.map((id) => ({ id, label: thingWords[id].naam }))}
            onChoose={(id) => {
              const type = onTable.find((kind) => kind === id);
              if (type !== undefined) onMake({ zone: 'gedeeld', type });
            }}
          />
        </div>
      )}
    </section>
  );
}

function sayAgreement({ tekst, wie, watAls, vanaf }: ThingOfType<'veiligheidsafspraak'>): string {
  const who = wie === '' ? undefined : wie;
  const since = vanaf === undefined ? undefined : safetyWords.from(sayDate(vanaf));
  const under = [who, since].filter((part) => part !== undefined).join(', ');
  return [tekst, under, watAls === '' ? '' : safetyWords.whatIf(watAls)].filter((line) => line !== '').join('\n');
}

function sayOver(thing: Thing, personName: (id: string | undefined) => string): string | undefined {
  if (!('over' in thing) || !Array.isArray(thing.over) || thing.over.length === 0) return undefined;
  return thing.over.map((id) => personName(String(id))).join(', ');
}

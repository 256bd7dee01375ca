import { useState } from 'react';
import { groupOf, roles } from '@samenbord/shared/access/roles.ts';
import { mayBeGiven, openable, usuallyOpens } from '@samenbord/shared/access/zones.ts';
import type { Openable } from '@samenbord/shared/access/zones.ts';
import { grounds, informed, invitationRequest } from '@samenbord/shared/wire/http.ts';
import type { InvitationRequest } from '@samenbord/shared/wire/http.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { groundWords, informedWords } from '@samenbord/shared/words/analysis.ts';
import { inviteZoneWords } from '@samenbord/shared/words/zones.ts';
import { tableWords } from '@samenbord/shared/words/pages.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Check, CheckGroup, Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PersonPicker } from '../parts/PersonPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { VagueDateField } from '../parts/VagueDateField.tsx';
import { useDeed } from './use-load.ts';

type Draft = { readonly [K in keyof InvitationRequest]?: InvitationRequest[K] | undefined };

/** Who is invited, as what, on what ground, whether the family was asked or told, what it opens and until when. */
export function InviteForm({
  onInvite,
  naam = '',
  label = tableWords.send,
}: {
  onInvite: (request: InvitationRequest) => Promise<void>;
  naam?: string;
  label?: string;
}) {
  const board = useBoard('gedeeld');
  const [draft, setDraft] = useState<Draft>({ naam, opent: ['gedeeld', 'eigen'], tot: inHalfAYear() });
  const deed = useDeed();
  const put = (part: Draft): void => setDraft({ ...draft, ...part });
  const whole = invitationRequest.safeParse(withoutEmpty(draft));
  const isScreen = draft.rol === 'groot-scherm';
  const needsReason = draft.geinformeerd === 'nog-niet';
  const isReady = whole.success && (!needsReason || (draft.toelichting ?? '') !== '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) deed.run(() => onInvite(whole.data));
      }}
    >
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <TextField
        label={tableWords.name}
        value={draft.naam ?? ''}
        onChange={(next) => put({ naam: next })}
        max={80}
        isRequired
      />
      <Choice
        label={tableWords.role}
        folded
        options={roles.map((value) => ({ value, label: roleWords[value] }))}
        value={draft.rol}
        onChange={(value) => put(roleChosen(roles.find((rol) => rol === value)))}
        isRequired
      />
      {draft.rol !== undefined && groupOf(draft.rol) === 'professional' && (
        <TextField
          label={tableWords.organisation}
          value={draft.organisatie ?? ''}
          onChange={(organisatie) => put({ organisatie })}
          max={120}
        />
      )}
      {draft.rol !== undefined && groupOf(draft.rol) === 'familie' && (
        <PersonPicker
          board={board}
          label={tableWords.person}
          value={draft.persoon}
          onChange={(persoon) => put({ persoon })}
        />
      )}
      <Choice
        label={tableWords.ground}
        folded
        options={grounds.map((value) => ({ value, label: groundWords[value] }))}
        value={draft.grondslag}
        onChange={(value) => put({ grondslag: grounds.find((one) => one === value) })}
        isRequired
      />
      <Choice
        label={tableWords.informed}
        options={informed.map((value) => ({ value, label: informedWords[value] }))}
        value={draft.geinformeerd}
        onChange={(value) => put({ geinformeerd: informed.find((one) => one === value) })}
        isRequired
      />
      {needsReason ? (
        <TextField
          label={tableWords.whyNot}
          value={draft.toelichting ?? ''}
          onChange={(toelichting) => put({ toelichting })}
          max={300}
          isRequired
        />
      ) : (
        <VagueDateField
          label={tableWords.informedOn}
          value={draft.geinformeerdOp}
          onChange={(geinformeerdOp) => put({ geinformeerdOp })}
          onlyDay
        />
      )}
      {!isScreen && (
        <CheckGroup
          label={tableWords.opens}
          hint={mayHaveTeam(draft.rol) ? inviteZoneWords.teamHint : undefined}
          options={openable
            .filter((value) => value !== 'team' || mayHaveTeam(draft.rol))
            .map((value) => ({ value, label: tableWords.opensWords[value] }))}
          value={draft.opent ?? []}
          onChange={(chosen) =>
            put({
              opent: withTable(
                openable.filter((one) => chosen.includes(one)),
                draft,
              ),
            })
          }
          isRequired
        />
      )}
      {draft.rol !== undefined && groupOf(draft.rol) !== 'professional' && !isScreen && readsTable(draft) && (
        <div className="field">
          <Check
            label={inviteZoneWords.home}
            checked={draft.thuis === true}
            onChange={(thuis) => put({ thuis: thuis ? true : undefined })}
          />
          <p className="field-hint">{inviteZoneWords.homeHint}</p>
        </div>
      )}
      <VagueDateField label={tableWords.until} value={draft.tot} onChange={(tot) => put({ tot })} onlyDay isRequired />
      <div>
        <Button look="action" type="submit" isDisabled={!isReady || deed.busy}>
          {label}
        </Button>
      </div>
    </form>
  );
}

/** A screen shows the table and nothing else; who only looks has no place of their own. */
function roleChosen(rol: InvitationRequest['rol'] | undefined): Draft {
  if (rol === undefined) return { rol };
  const opent = groupOf(rol) === 'kijker' ? ['gedeeld' as const] : [...usuallyOpens(rol)];
  return { rol, persoon: undefined, thuis: undefined, opent };
}

const readsTable = ({ opent }: Draft): boolean => opent?.includes('gedeeld') === true;
const mayHaveTeam = (rol: InvitationRequest['rol'] | undefined): boolean =>
  rol !== undefined && mayBeGiven(rol, ['gedeeld', 'team']);

/** The team talks about what lies on the table: choosing the team chooses the table, and without the table there is no team. */
function withTable(chosen: Openable[], { opent }: Draft): Openable[] {
  if (!chosen.includes('team') || chosen.includes('gedeeld')) return chosen;
  const tableWentOff = opent?.includes('team') === true;
  return tableWentOff ? chosen.filter((one) => one !== 'team') : ['gedeeld', ...chosen];
}

const withoutEmpty = (draft: Draft): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ''));

/** The last day of an invitation that nobody thought about: half a year on. */
function inHalfAYear(): string {
  const day = new Date();
  day.setMonth(day.getMonth() + 6);
  return day.toISOString().slice(0, 10);
}

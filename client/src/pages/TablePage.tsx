import { useCallback, useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { invitationAnswer, participantsAnswer } from '@samenbord/shared/wire/http.ts';
import type { InvitationRequest, ParticipantEntry } from '@samenbord/shared/wire/http.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { groundWords, informedWords } from '@samenbord/shared/words/analysis.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { exchangePage } from '@samenbord/shared/words/exchange-page.ts';
import { tableWords } from '@samenbord/shared/words/pages.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { trustedWords, zoneNames } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { CopyLine } from '../parts/CopyLine.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { DeleteBoard } from './DeleteBoard.tsx';
import { EndDate } from './EndDate.tsx';
import { FactsForm } from './FactsForm.tsx';
import { InviteForm } from './InviteForm.tsx';
import { boardAddress, go } from './routes.ts';
import { useDeed, useLoad } from './use-load.ts';
import { WaitingList } from './WaitingList.tsx';
import { TrustedChoice } from './TrustedChoice.tsx';
import { WhoCan } from './WhoCan.tsx';

/** The way to files and lists: people onto the table, and the board as a file. */
function ToExchange() {
  const { id, als } = useBoardSession();
  return (
    <section className="panel">
      <h3>{exchangePage.title}</h3>
      <p className="soft">{exchangePage.lead}</p>
      <div>
        <Button icon="download" onPress={() => go(boardAddress(id, als, 'inlezen'))}>
          {exchangePage.title}
        </Button>
      </div>
    </section>
  );
}

type Link = { readonly naam: string; readonly pad: string; readonly code: string };

/** Who sit at the table. The casusregisseur invites, gives a new link, revokes, lets people in and keeps the facts of the case. */
export function TablePage() {
  const session = useBoardSession();
  const { id, als } = session;
  const isLead = leads(session.actor);
  const load = useCallback(
    () => ask('GET', boardPath(id, '/participants', als), { schema: participantsAnswer }),
    [id, als],
  );
  const people = useLoad(load);
  const waits = people.data === undefined && people.error === undefined;
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<Link | undefined>(undefined);
  const [trusting, setTrusting] = useState<ParticipantEntry | undefined>(undefined);
  const [ending, setEnding] = useState<ParticipantEntry | undefined>(undefined);
  const deed = useDeed();
  const invite = async (body: InvitationRequest): Promise<void> => {
    const made = await ask('POST', boardPath(id, '/invitations', als), { schema: invitationAnswer, body });
    setInviting(false);
    setLink({ naam: made.deelnemer.naam, pad: made.pad, code: made.code });
    people.again();
  };
  const renew = (person: ParticipantEntry): void =>
    deed.run(async () => {
      const made = await ask('POST', boardPath(id, `/participants/${person.id}/link`, als), {
        schema: invitationAnswer,
      });
      setLink({ naam: person.naam, pad: made.pad, code: made.code });
    });
  const revoke = (person: ParticipantEntry): void =>
    deed.run(async () => {
      await ask('DELETE', boardPath(id, `/participants/${person.id}`, als));
      setEnding(undefined);
      people.again();
    });
  return (
    <>
      <div className="spread">
        <h2>{tableWords.title}</h2>
        {isLead && (
          <Button look="action" icon="invite" onPress={() => setInviting(true)}>
            {tableWords.invite}
          </Button>
        )}
      </div>
      {[people.error, deed.error].map((error) =>
        error === undefined ? null : (
          <Notice key={error} tone="zorg" problem>
            {error}
          </Notice>
        ),
      )}
      {waits && <Loading label={appWords.loading} />}
      <ul className="plain-list">
        {people.data?.deelnemers
          .filter(({ leest }) => leest !== false)
          .map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              isLead={isLead}
              isMe={person.id === als}
              onRenew={() => renew(person)}
              onRevoke={() => setEnding(person)}
              onTrust={() => setTrusting(person)}
            />
          ))}
      </ul>
      {/* Only when the list is there: what stands below would move away from under a finger. */}
      {!waits && (
        <>
          {isLead && <WaitingList people={people.data?.deelnemers ?? []} onIn={people.again} />}
          {isLead && <WhoCan people={people.data?.deelnemers ?? []} />}
          <FactsForm />
          {isProfessional(session.actor.rol) && <ToExchange />}
          <EndDate />
          {isLead && <DeleteBoard />}
        </>
      )}
      <Dialog title={tableWords.invite} open={inviting} onClose={() => setInviting(false)}>
        <InviteForm onInvite={invite} />
      </Dialog>
      <Dialog
        title={link === undefined ? '' : tableWords.linkTitle(link.naam)}
        open={link !== undefined}
        onClose={() => setLink(undefined)}
      >
        {link !== undefined && <LinkShown link={link} />}
      </Dialog>
      <Dialog
        title={trusting === undefined ? '' : zoneNames.vertrouwdVan(trusting.naam)}
        open={trusting !== undefined}
        onClose={() => setTrusting(undefined)}
      >
        {trusting !== undefined && <TrustedChoice van={trusting} />}
      </Dialog>
      <Dialog title={tableWords.revoke} open={ending !== undefined} onClose={() => setEnding(undefined)}>
        {ending !== undefined && (
          <>
            <p>{tableWords.revokeSure(ending.naam)}</p>
            <div className="form-end">
              <Button look="danger" isDisabled={deed.busy} onPress={() => revoke(ending)}>
                {tableWords.revoke}
              </Button>
              <Button onPress={() => setEnding(undefined)}>{appWords.cancel}</Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

function PersonLine({
  person,
  isLead,
  isMe,
  onRenew,
  onRevoke,
  onTrust,
}: {
  person: ParticipantEntry;
  isLead: boolean;
  isMe: boolean;
  onRenew: () => void;
  onRevoke: () => void;
  onTrust: () => void;
}) {
  const ended = person.ingetrokken === true;
  const facts = [
    person.organisatie,
    person.grondslag && groundWords[person.grondslag],
    person.geinformeerd &&
      `gezin: ${informedWords[person.geinformeerd]}${person.geinformeerdOp === undefined ? '' : ` (${sayDate(person.geinformeerdOp)})`}`,
    person.tot && tableWords.untilSays(sayDate(person.tot)),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="panel">
      <div className="spread">
        <div className="person-line">
          <Icon name={person.rol === 'groot-scherm' ? 'screen' : 'person'} />
          <div>
            <h3>
              {person.naam}
              {ended && <span className="soft">{` (${tableWords.revoked})`}</span>}
            </h3>
            <p className="soft">{roleWords[person.rol]}</p>
          </div>
        </div>
        {isLead && !isMe && !ended && (
          <div className="row">
            <Button icon="link" onPress={onRenew}>
              {tableWords.newLink}
            </Button>
            {person.rol === 'jeugdige' && person.opent?.includes('eigen') === true && (
              <Button icon="key" onPress={onTrust}>
                {trustedWords.forChild}
              </Button>
            )}
            <Button look="danger" onPress={onRevoke}>
              {tableWords.revoke}
            </Button>
          </div>
        )}
      </div>
      {facts.length > 0 && <p className="soft">{facts.join(' · ')}</p>}
    </li>
  );
}

function LinkShown({ link }: { link: Link }) {
  return (
    <div className="stack">
      <Notice>{tableWords.linkLead}</Notice>
      <CopyLine label={tableWords.link} text={location.origin + link.pad} />
      {link.code !== '' && <CopyLine label={tableWords.code} text={link.code} isCode />}
    </div>
  );
}

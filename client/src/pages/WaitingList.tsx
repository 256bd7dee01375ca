import { useCallback, useEffect, useState } from 'react';
import { admitAnswer, waitingAnswer, waitingRoomAnswer } from '@samenbord/shared/wire/http.ts';
import type { InvitationRequest, ParticipantEntry } from '@samenbord/shared/wire/http.ts';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { tableWords } from '@samenbord/shared/words/pages.ts';
import { useBoardSession, useWaitingOutside } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { NameMark } from '../parts/NameMark.tsx';
import { Notice } from '../parts/Notice.tsx';
import { QrCode } from '../parts/QrCode.tsx';
import { InviteForm } from './InviteForm.tsx';
import { useDeed, useLoad } from './use-load.ts';

type Waiting = { readonly id: string; readonly naam: string };
type Room = { readonly qr: string; readonly qrMaat: number; readonly pad: string };

/** The waiting room: a code for the room, who waits, and the casusregisseur who says who it is. */
export function WaitingList({ people, onIn }: { people: readonly ParticipantEntry[]; onIn: () => void }) {
  const { id, als } = useBoardSession();
  const outside = useWaitingOutside();
  const load = useCallback(() => ask('GET', boardPath(id, '/waiting', als), { schema: waitingAnswer }), [id, als]);
  const list = useLoad(load);
  const { again } = list;
  // Whoever the family trusts by their name.
  const mustNotBe = people.filter(({ rol }) => groupOf(rol) !== 'familie').map(({ naam }) => naam);
  const [room, setRoom] = useState<Room | undefined>(undefined);
  const [asked, setAsked] = useState<Waiting | undefined>(undefined);
  const deed = useDeed();
  useEffect(again, [again, outside]);
  const settle = async (entry: Waiting, body: unknown): Promise<void> => {
    await ask('POST', boardPath(id, `/waiting/${entry.id}`, als), { schema: admitAnswer, body });
    setAsked(undefined);
    again();
    onIn();
  };
  const openRoom = (): void =>
    deed.run(async () =>
      setRoom(await ask('POST', boardPath(id, '/waiting-room', als), { schema: waitingRoomAnswer })),
    );
  return (
    <section className="panel">
      <div className="spread">
        <h2>{tableWords.waitingRoom}</h2>
        <Button icon="qr" onPress={openRoom} isDisabled={deed.busy}>
          {tableWords.showQr}
        </Button>
      </div>
      <p className="soft">{tableWords.waitingLead}</p>
      {[list.error, deed.error].map((error) =>
        error === undefined ? null : (
          <Notice key={error} tone="zorg" problem>
            {error}
          </Notice>
        ),
      )}
      {list.data?.wachtenden.length === 0 && <p>{tableWords.nobodyWaits}</p>}
      <ul className="plain-list">
        {list.data?.wachtenden.map((entry) => (
          <li key={entry.id} className="spread">
            <span className="name-with-mark">
              <strong>{entry.naam}</strong>
              <NameMark naam={entry.naam} others={mustNotBe} />
            </span>
            <Button icon="onbekend" onPress={() => setAsked(entry)}>
              {tableWords.whoIsThis}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog title={tableWords.waitingRoom} open={room !== undefined} onClose={() => setRoom(undefined)}>
        {room !== undefined && <QrCode label={tableWords.qrAlt} path={room.qr} size={room.qrMaat} />}
      </Dialog>
      <Dialog
        title={asked === undefined ? '' : `${tableWords.whoIsThis} ${asked.naam}`}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        {asked !== undefined && <WhoIsThis entry={asked} people={people} onSettle={(body) => settle(asked, body)} />}
      </Dialog>
    </section>
  );
}

const newcomer = 'nieuw';

function WhoIsThis({
  entry,
  people,
  onSettle,
}: {
  entry: Waiting;
  people: readonly ParticipantEntry[];
  onSettle: (body: unknown) => Promise<void>;
}) {
  const [who, setWho] = useState<string | undefined>(undefined);
  const deed = useDeed();
  const known = people
    .filter(({ ingetrokken }) => ingetrokken !== true)
    .map(({ id, naam, rol }) => ({ value: id, label: `${naam}, ${roleWords[rol]}` }));
  return (
    <div className="stack">
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <Choice
        label={tableWords.letIn}
        folded
        options={[...known, { value: newcomer, label: tableWords.isNew }]}
        value={who}
        onChange={setWho}
      />
      {who === newcomer ? (
        <InviteForm
          naam={entry.naam}
          label={tableWords.letInGo}
          onInvite={(nieuw: InvitationRequest) => onSettle({ nieuw })}
        />
      ) : (
        <div className="form-end">
          <Button
            look="action"
            isDisabled={who === undefined || deed.busy}
            onPress={() => deed.run(() => onSettle({ deelnemer: who }))}
          >
            {tableWords.letInGo}
          </Button>
          <Button look="danger" isDisabled={deed.busy} onPress={() => deed.run(() => onSettle({ weiger: true }))}>
            {tableWords.refuse}
          </Button>
        </div>
      )}
    </div>
  );
}

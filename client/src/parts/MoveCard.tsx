import { useEffect, useState } from 'react';
import { mayMove } from '@samenbord/shared/access/may.ts';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { moveAnswer, movePreviewAnswer } from '@samenbord/shared/wire/http-zones.ts';
import type { MovePreviewAnswer } from '@samenbord/shared/wire/http-zones.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { sensitiveWords } from '@samenbord/shared/words/sensitive.ts';
import { moveWarningWords, moveWords } from '@samenbord/shared/words/zones.ts';
import { useBoard, useBoardSession, useSaved } from '../document/context.tsx';
import { sayError, useDeed } from '../document/deed.ts';
import { ask, boardPath } from '../document/server.ts';
import type { BoardSession } from '../document/session.ts';
import { Button } from './Button.tsx';
import { Choice } from './Choice.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { announce } from './LiveRegion.tsx';
import { Notice } from './Notice.tsx';
import { sayThing } from './PersonPicker.tsx';
import { zoneLook } from './zone-look.ts';

/** The zones to which I may take this card: the table, the team, my own trusted box, my own box; as far as they are open for me and it may stand there. */
export function moveTargets(session: BoardSession, zone: string, thing: Thing): string[] {
  const from = readZone(zone);
  if (from === undefined || thing.weg || !mayMove(session.actor, from, thing)) return [];
  const mine = ['gedeeld', `vertrouwd:${session.als}`, 'team', session.ownZone];
  return mine.filter((name) => {
    const to = readZone(name);
    return name !== zone && to !== undefined && session.zone(name)?.writable === true && standsIn(thing.type, to);
  });
}

type MoveCardProps = {
  readonly zone: string;
  readonly thing: Thing;
  /** It is no longer here. */
  readonly onMoved: () => void;
  /** The one place it is offered to go to; else every place it may go. */
  readonly only?: string | undefined;
};

/** Takes one's own card to other readers: where to, who will see it for the first time, what to look at once more, and only then the deed. */
export function MoveCard({ zone, thing, onMoved, only }: MoveCardProps) {
  const session = useBoardSession();
  const [open, setOpen] = useState(false);
  const targets = moveTargets(session, zone, thing).filter((name) => only === undefined || name === only);
  if (targets.length === 0) return null;
  return (
    <>
      <div>
        <Button icon={zone === 'gedeeld' ? 'undo' : 'people'} onPress={() => setOpen(true)}>
          {only !== undefined
            ? moveWords.go[zoneLook(only, session.answer).kind]
            : zone === 'gedeeld'
              ? moveWords.takeBack
              : moveWords.move}
        </Button>
      </div>
      <Dialog title={moveWords.moveTitle} open={open} onClose={() => setOpen(false)}>
        {open && (
          <MoveForm zone={zone} thing={thing} targets={targets} onClose={() => setOpen(false)} onMoved={onMoved} />
        )}
      </Dialog>
    </>
  );
}

/** What the server says would happen; asked again whenever the goal is another one. */
function usePreview(zone: string, ding: string, to: string | undefined) {
  const { id, als } = useBoardSession();
  const [seen, setSeen] = useState<{ to: string; preview?: MovePreviewAnswer; error?: string }>();
  useEffect(() => {
    if (to === undefined) return undefined;
    let current = true;
    const body = { ding, van: zone, naar: to };
    ask('POST', boardPath(id, '/moves/preview', als), { schema: movePreviewAnswer, body }).then(
      (preview) => current && setSeen({ to, preview }),
      (error: unknown) => current && setSeen({ to, error: sayError(error) }),
    );
    return () => {
      current = false;
    };
  }, [id, als, zone, ding, to]);
  return seen?.to === to ? seen : undefined;
}

type MoveFormProps = MoveCardProps & { readonly targets: readonly string[]; readonly onClose: () => void };

function MoveForm({ zone, thing, targets, onClose, onMoved }: MoveFormProps) {
  const session = useBoardSession();
  const board = useBoard(zone);
  const saved = useSaved();
  const [first] = targets;
  const [to, setTo] = useState<string | undefined>(targets.length === 1 ? first : undefined);
  const seen = usePreview(zone, thing.id, to);
  const deed = useDeed();
  const kindOf = (name: string) => zoneLook(name, session.answer).kind;
  // What the server does not have yet would not come along.
  const waits = (session.zone(zone)?.waiting ?? 0) > 0 && saved.kind !== 'opgeslagen';
  const move = (naar: string): void =>
    deed.run(async () => {
      const body = { ding: thing.id, van: zone, naar };
      await ask('POST', boardPath(session.id, '/moves', session.als), { schema: moveAnswer, body });
      announce(moveWords.done[kindOf(naar)]);
      onClose();
      onMoved();
    });
  const problem = deed.error ?? seen?.error;
  return (
    <>
      <p className="card-quote">{sayThing(board, thing)}</p>
      <Choice
        label={moveWords.where}
        options={targets.map((name) => ({
          value: name,
          label: moveWords.to[kindOf(name)],
          hint: moveWords.toHint[kindOf(name)],
          icon: zoneLook(name, session.answer).icon,
        }))}
        value={to}
        onChange={setTo}
        isRequired
      />
      {to !== undefined && seen === undefined && <p className="soft">{moveWords.looking}</p>}
      {seen?.preview !== undefined && <Preview preview={seen.preview} me={session.als} onChange={onClose} />}
      {problem !== undefined && (
        <Notice tone="zorg" problem>
          {problem}
        </Notice>
      )}
      {waits && <Notice>{moveWords.saved}</Notice>}
      <div className="form-end">
        {to !== undefined && (
          <Button
            look="action"
            icon={zoneLook(to, session.answer).icon}
            isDisabled={seen?.preview === undefined || waits || deed.busy}
            onPress={() => move(to)}
          >
            {moveWords.go[kindOf(to)]}
          </Button>
        )}
        <Button onPress={onClose}>{appWords.cancel}</Button>
      </div>
    </>
  );
}

/** Who will see it for the first time, by name; what is in it that should perhaps not be read; and that it can be taken back. */
export function Preview({
  preview: { lezers, voorHetEerst, waarschuwingen },
  me,
  onChange,
}: {
  preview: MovePreviewAnswer;
  me: string;
  /** Out of here, to change the words first. */
  onChange: () => void;
}) {
  const names = voorHetEerst.map(({ naam }) => naam);
  const others = lezers.filter(({ id }) => id !== me).map(({ naam }) => naam);
  const found = waarschuwingen.filter((one) => one !== 'verwijzing-vervalt');
  return (
    <div className="stack" aria-live="polite">
      <p className="move-first">
        <Icon name="eye" />
        <strong>{names.length === 0 ? moveWords.nobodyNew : moveWords.firstTime(sayList(names), names.length)}</strong>
      </p>
      {others.join() !== names.join() && (
        <p className="soft">{others.length === 0 ? moveWords.noReaders : `${moveWords.readers} ${sayList(others)}.`}</p>
      )}
      {found.length > 0 && (
        <Notice tone="zorg">
          <p>
            <strong>{sensitiveWords.title}</strong>
          </p>
          <p>{sensitiveWords.sentence(sayList(found.map((one) => moveWarningWords[one])))}</p>
          <p>{sensitiveWords.why}</p>
          <Button onPress={onChange}>{sensitiveWords.change}</Button>
        </Notice>
      )}
      {waarschuwingen.includes('verwijzing-vervalt') && <Notice>{moveWarningWords['verwijzing-vervalt']}</Notice>}
      {names.length > 0 && <p className="soft">{moveWords.back}</p>}
    </div>
  );
}

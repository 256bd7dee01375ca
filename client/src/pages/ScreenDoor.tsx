import { useEffect, useState } from 'react';
import { waitingRoomAnswer } from '@samenbord/shared/wire/http.ts';
import { screenWords as w } from '@samenbord/shared/words/screen.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath, ServerProblem } from '../document/server.ts';
import { QrCode } from '../parts/QrCode.tsx';

const askEveryMs = 5000;
type Code = { readonly qr: string; readonly qrMaat: number };

/** The code to come in by, when the casusregisseur opened the waiting room. Only the welcome step shows it, and only then the server gives it. */
export function ScreenDoor() {
  const session = useBoardSession();
  const [code, setCode] = useState<Code | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const look = (): void => {
      ask('GET', boardPath(session.id, '/waiting-room', session.als), { schema: waitingRoomAnswer }).then(
        (got) => (over ? undefined : setCode((now) => (now?.qr === got.qr ? now : got))),
        // No waiting room is open: no code. The line is away: the code that is shown still works.
        (error: unknown) => {
          if (!over && error instanceof ServerProblem && error.status === 404) setCode(undefined);
        },
      );
    };
    look();
    const timer = setInterval(look, askEveryMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [session]);
  if (code === undefined) return null;
  return (
    <aside className="screen-door">
      <QrCode label={w.joinCode} path={code.qr} size={code.qrMaat} />
      <div>
        <p className="screen-join">{w.joinTitle}</p>
        <p>{w.joinText}</p>
      </div>
    </aside>
  );
}

import { homeWords } from '@samenbord/shared/words/home.ts';
import { useBoardSession } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';

/** Instead of an empty canvas: the table is shut for me now, and what I can do meanwhile. It opens by itself. */
export function ShutTable({ onAnalysis, onBox }: { onAnalysis: () => void; onBox: (zone: string) => void }) {
  const session = useBoardSession();
  const words = homeWords.nu;
  const regie = session.answer.feiten.regie.at(-1)?.naam;
  return (
    <div className="shell-scroll">
      <div className="page">
        <h2>{words.shut}</h2>
        <p>{words.shutText}</p>
        {regie !== undefined && <p>{words.next(regie)}</p>}
        <div className="list-actions">
          <Button look="action" icon="document" onPress={onAnalysis}>
            {words.last}
          </Button>
          {session.zone(session.ownZone) !== undefined && (
            <Button icon="lock" onPress={() => onBox(session.ownZone)}>
              {words.box}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

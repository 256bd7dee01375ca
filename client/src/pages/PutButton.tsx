import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { Put } from './use-put.ts';

/** The one thing to do at the end, with what stands in the way of it. */
export function PutButton({
  put,
  label,
  waits,
  onPress,
}: {
  put: Put;
  label: string;
  /** What has to be chosen first. */
  waits: string | undefined;
  onPress: () => void;
}) {
  return (
    <>
      {put.error !== undefined && (
        <Notice tone="zorg" problem>
          {put.error}
        </Notice>
      )}
      {waits !== undefined && <p id="exchange-waits">{waits}</p>}
      <div>
        <Button
          look="action"
          icon="check"
          isDisabled={waits !== undefined || put.busy}
          onPress={onPress}
          {...(waits === undefined ? {} : { describedBy: 'exchange-waits' })}
        >
          {put.busy ? words.putting : label}
        </Button>
      </div>
    </>
  );
}

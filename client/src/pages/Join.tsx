import { useEffect, useRef, useState } from 'react';
import { joinAnswer } from '@samenbord/shared/wire/http.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { apiPath, ask, ServerProblem } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Page } from './Page.tsx';
import { boardAddress } from './routes.ts';
import { sayError } from './use-load.ts';

const words = pageWords.join;
type Step = 'trying' | 'code' | 'failed';

/**
 * Comes in with a personal link. Whether six digits are needed is asked first; a link that does not work and a wrong code
 * look the same from here.
 */
export function Join({ secret }: { secret: string | undefined }) {
  const [step, setStep] = useState<Step>(secret === undefined ? 'failed' : 'trying');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const enter = async (digits: string | undefined): Promise<void> => {
    const body = { geheim: secret, ...(digits === undefined ? {} : { code: digits }) };
    const joined = await ask('POST', apiPath('/join'), { schema: joinAnswer, body });
    location.replace(boardAddress(joined.board, joined.als));
  };
  const refused = (cause: unknown, next: Step): void => {
    const neutral = cause instanceof ServerProblem && (cause.code === 'link-werkt-niet' || cause.status === 400);
    setError(neutral ? undefined : sayError(cause));
    setStep(neutral ? next : 'code');
  };
  const begun = useRef(false);
  useEffect(() => {
    if (secret === undefined || begun.current) return;
    begun.current = true;
    enter(undefined).catch((cause: unknown) => refused(cause, 'code'));
  });
  const submit = (): void => {
    setStep('trying');
    enter(code).catch((cause: unknown) => refused(cause, 'failed'));
  };
  if (step === 'failed') return <JoinFailed {...(secret === undefined ? {} : { onAgain: () => setStep('code') })} />;
  return (
    <Page title={words.title}>
      {step === 'trying' ? (
        <Loading label={words.busy} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p className="lead">{words.codeLead}</p>
          {error !== undefined && (
            <Notice tone="zorg" problem>
              {error}
            </Notice>
          )}
          <div className="code-input">
            <TextField
              label={words.code}
              value={code}
              onChange={(next) => setCode(next.replaceAll(/\D/g, '').slice(0, 6))}
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </div>
          <div>
            <Button look="action" type="submit" isDisabled={code.length !== 6}>
              {words.go}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}

function JoinFailed({ onAgain }: { onAgain?: () => void }) {
  return (
    <Page title={words.failTitle}>
      <p className="lead">{words.failText}</p>
      {onAgain !== undefined && (
        <div>
          <Button onPress={onAgain}>{words.retry}</Button>
        </div>
      )}
    </Page>
  );
}

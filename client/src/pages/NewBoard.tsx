import { useState } from 'react';
import { joinAnswer } from '@samenbord/shared/wire/http.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import { apiPath, ask } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Page } from './Page.tsx';
import { boardAddress } from './routes.ts';
import { useDeed } from './use-load.ts';

const words = pageWords.newBoard;

/** Makes a board with the key of the organisation (it may come in the link); who makes it becomes casusregisseur. */
export function NewBoard({ secret }: { secret: string | undefined }) {
  const [form, setForm] = useState({ sleutel: secret ?? '', titel: '', naam: '', organisatie: '' });
  const deed = useDeed();
  const isWhole = Object.values(form).every((value) => value.trim() !== '');
  const put = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          deed.run(async () => {
            const made = await ask('POST', apiPath('/boards'), {
              schema: joinAnswer,
              body: { ...form, sleutel: form.sleutel.trim() },
            });
            location.replace(boardAddress(made.board, made.als, 'tafel'));
          });
        }}
      >
        {deed.error !== undefined && (
          <Notice tone="zorg" problem>
            {deed.error}
          </Notice>
        )}
        <TextField label={words.key} value={form.sleutel} onChange={(sleutel) => put({ sleutel })} isRequired />
        <TextField
          label={words.boardTitle}
          hint={words.boardTitleHint}
          value={form.titel}
          onChange={(titel) => put({ titel })}
          max={80}
          isRequired
        />
        <TextField
          label={words.name}
          value={form.naam}
          onChange={(naam) => put({ naam })}
          max={80}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={words.organisation}
          value={form.organisatie}
          onChange={(organisatie) => put({ organisatie })}
          max={120}
          autoComplete="organization"
          isRequired
        />
        <div>
          <Button look="action" type="submit" isDisabled={!isWhole || deed.busy}>
            {words.go}
          </Button>
        </div>
      </form>
    </Page>
  );
}

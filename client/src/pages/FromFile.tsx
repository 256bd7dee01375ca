import { useId, useState } from 'react';
import { bounds } from '@samenbord/shared/exchange/bounds.ts';
import { fromGedcom } from '@samenbord/shared/exchange/from-gedcom.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import { ExchangeRefusal } from '@samenbord/shared/exchange/refusal.ts';
import { boardFile } from '@samenbord/shared/wire/http.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { freshId } from '../document/ids.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { FamilyFile } from './FamilyFile.tsx';
import { OwnFile } from './OwnFile.tsx';

type Found =
  | { readonly kind: 'bezig' }
  | { readonly kind: 'niet'; readonly zin: string }
  | { readonly kind: 'familie'; readonly nr: number; readonly file: ReadFile }
  | { readonly kind: 'bord'; readonly nr: number; readonly file: BoardFile };

/** A file from this computer. It is read here: only what is chosen out of it goes to the table. */
export function FromFile({ onPut }: { onPut: (sentence: string) => void }) {
  const id = useId();
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [name, setName] = useState<string | undefined>(undefined);
  const choose = (chosen: File): void => {
    setName(chosen.name);
    setFound({ kind: 'bezig' });
    read(chosen).then(setFound, () => setFound({ kind: 'niet', zin: words.unreadable }));
  };
  return (
    <>
      <p className="field-hint" id={id}>
        {words.fileHint}
      </p>
      <div className="row">
        <FileButton label={words.file} kinds={['.ged', '.json']} describedBy={id} onChoose={choose} />
        {name !== undefined && <span dir="auto">{name}</span>}
      </div>
      {found?.kind === 'bezig' && <Loading label={words.reading} />}
      {found?.kind === 'niet' && (
        <Notice tone="zorg" problem>
          {found.zin}
        </Notice>
      )}
      {found?.kind === 'familie' && <FamilyFile key={found.nr} file={found.file} onPut={onPut} />}
      {found?.kind === 'bord' && <OwnFile key={found.nr} file={found.file} onPut={onPut} />}
    </>
  );
}

let files = 0;

async function read(chosen: File): Promise<Found> {
  if (chosen.size > bounds.fileBytes) return { kind: 'niet', zin: sayRefusal('te-groot') };
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  files += 1;
  const [first] = bytes.filter((byte) => byte > 32);
  if (first === '{'.charCodeAt(0)) return readOwn(bytes);
  try {
    return { kind: 'familie', nr: files, file: fromGedcom(bytes, freshId) };
  } catch (error) {
    if (!(error instanceof ExchangeRefusal)) throw error;
    return { kind: 'niet', zin: sayRefusal(error.reason, error.line, error.encoding) };
  }
}

function readOwn(bytes: Uint8Array): Found {
  try {
    const file = boardFile.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (file.success) return { kind: 'bord', nr: files, file: file.data };
  } catch {
    // Broken text: the same sentence as for a file of something else.
  }
  return { kind: 'niet', zin: words.notOurs };
}

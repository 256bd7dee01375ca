import { useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { Button } from './Button.tsx';

/** Copies words; says so when it is done. */
export function CopyButton({ text, label = appWords.copy }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    // Refused by some browsers: the text stands beside the button and can be selected.
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button icon={copied ? 'check' : 'copy'} onPress={copy}>
      {copied ? appWords.copied : label}
    </Button>
  );
}

/** Something to be copied exactly, with its label and its button. */
export function CopyLine({ label, text, isCode = false }: { label: string; text: string; isCode?: boolean }) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="copy-line">
        <span className={`copy-text${isCode ? ' copy-code' : ''}`}>{text}</span>
        <CopyButton text={text} />
      </div>
    </div>
  );
}

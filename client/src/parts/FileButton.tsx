import { FileTrigger } from 'react-aria-components';
import { Button } from './Button.tsx';

/** A button that lets somebody choose one file of these kinds; the browser's own field speaks the language of the browser. */
export function FileButton({
  label,
  kinds,
  describedBy,
  onChoose,
}: {
  label: string;
  kinds: readonly string[];
  describedBy?: string;
  onChoose: (file: File) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={[...kinds]}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) onChoose(file);
      }}
    >
      <Button icon="document" {...(describedBy === undefined ? {} : { describedBy })}>
        {label}
      </Button>
    </FileTrigger>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { mainText, definitionOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { prepareWords as w } from '@samenbord/shared/words/rounds.ts';
import { useZone } from '../document/context.tsx';
import { useText } from '../document/text.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { BoundText } from '../parts/TextField.tsx';
import './rounds.css';

type OwnAnswerProps = {
  readonly zone: string;
  readonly thing: Thing;
  /** Who reads it, with the icon of that. */
  readonly stands: string;
  readonly icon: IconName;
  /** More that can be done with it. */
  readonly children?: ReactNode;
};

/** A card in one's own box: its words, who reads them, and the hands to change it or take it away. */
export function OwnAnswer({ zone, thing, stands, icon, children }: OwnAnswerProps) {
  const { intend } = useZone(zone);
  const [changing, setChanging] = useState(false);
  return (
    <li>
      {changing ? <Changing zone={zone} thing={thing} /> : <p className="prepare-words">{mainText(thing)}</p>}
      <p className="prepare-stands">
        <Icon name={icon} size={18} />
        <span>{stands}</span>
      </p>
      <div className="prepare-hands">
        <Button icon={changing ? 'check' : 'pencil'} onPress={() => setChanging(!changing)}>
          {changing ? w.ready : w.change}
        </Button>
        {children}
        <Button
          icon="remove"
          look="plain"
          onPress={() => {
            if (intend({ kind: 'remove', id: thing.id })) announce(w.removed);
          }}
        >
          {w.remove}
        </Button>
      </div>
    </li>
  );
}

function Changing({ zone, thing }: { zone: string; thing: Thing }) {
  const binding = useText(zone, thing.id, definitionOf(thing.type).main);
  return <BoundText label={w.change} binding={binding} />;
}

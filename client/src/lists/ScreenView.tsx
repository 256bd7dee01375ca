import type { ThingType } from '@samenbord/shared/board/things.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { relativeWords } from '@samenbord/shared/words/family-entry.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { IconButton } from '../parts/Button.tsx';
import { cardLook } from '../parts/Card.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';
import { AddRelative } from './AddRelative.tsx';
import { BordScreen } from './BordScreen.tsx';
import { Compose } from './Compose.tsx';
import { ListScreen } from './ListScreen.tsx';
import { useLists, useReaders } from './lists-context.tsx';
import { MijnScreen } from './MijnScreen.tsx';
import { NuScreen } from './NuScreen.tsx';
import type { Screen } from './pure/navigation.ts';
import type { News } from './pure/news.ts';
import { capital } from './pure/say.ts';
import { ThingScreen } from './ThingScreen.tsx';
import { WhoReads } from './WhoReads.tsx';

/** What stands at the top of a screen. The composer has its question there. */
export function useTitle(screen: Screen): string | undefined {
  const { ik } = useBoardSession().answer;
  const own = useBoard(screen.kind === 'ding' ? screen.zone : 'gedeeld');
  switch (screen.kind) {
    case 'nu':
      return ik.rol === 'groot-scherm' ? roleWords[ik.rol] : listWords.nu.title(ik.naam);
    case 'bord':
      return listWords.board;
    case 'mijn':
      return listWords.places.mijn;
    case 'compose':
    case 'prepare':
      return undefined;
    case 'lijst':
      return listWords.instruments[screen.instrument].naam;
    case 'ding': {
      const thing = own.things.get(screen.id);
      if (thing?.type === 'persoon') return nameOf(own, thing.id);
      return thing === undefined ? listWords.board : capital(cardLook(thing).word);
    }
    case 'familielid':
      return relativeWords.of[screen.role](nameOf(own, screen.of));
    case 'nieuw':
      return capital(thingWords[screen.type].naam);
  }
}

/** The title with the way back before it; nothing where a screen has its own. */
export function ScreenHead({ title, onBack }: { title: string | undefined; onBack: (() => void) | undefined }) {
  if (title === undefined) return null;
  return (
    <div className="list-head">
      {onBack !== undefined && <IconButton icon="back" label={listWords.back} onPress={onBack} />}
      <h1 tabIndex={-1} data-screen-title>
        {title}
      </h1>
    </div>
  );
}

/** One screen of the lists. */
export function ScreenView({ screen, news }: { screen: Screen; news: readonly News[] }) {
  const { replace, back, prepare } = useLists();
  switch (screen.kind) {
    case 'nu':
      return <NuScreen news={news} />;
    case 'bord':
      return <BordScreen />;
    case 'mijn':
      return <MijnScreen tab={screen.tab} />;
    case 'compose':
      return <Compose key={`${screen.op ?? ''} ${screen.at ?? 0}`} op={screen.op} at={screen.at ?? 0} />;
    case 'lijst':
      return <ListScreen instrument={screen.instrument} />;
    case 'ding':
      return <ThingScreen key={screen.id} zone={screen.zone} id={screen.id} edit={screen.edit ?? false} />;
    case 'familielid':
      return <AddRelative key={`${screen.of} ${screen.role}`} of={screen.of} role={screen.role} />;
    case 'nieuw':
      return (
        <>
          {screen.zone === 'gedeeld' && saysWhoReads.has(screen.type) && <FirstWhoReads />}
          <NewThingForm
            zone={screen.zone}
            type={screen.type}
            values={screen.values ?? {}}
            onDone={(id) => (id === undefined ? back() : replace({ kind: 'ding', zone: screen.zone, id }))}
          />
        </>
      );
    case 'prepare':
      return (
        <>
          <div className="list-head">
            <IconButton icon="back" label={listWords.back} onPress={back} />
          </div>
          {prepare?.(back)}
        </>
      );
  }
}

/** Where a loss or violence can be written down, it is said first who will read it. */
const saysWhoReads: ReadonlySet<ThingType> = new Set(['zwangerschap', 'relatielijn']);

function FirstWhoReads() {
  const readers = useReaders('gedeeld');
  return <WhoReads title={listWords.compose.whoSeesTable} readers={readers} />;
}

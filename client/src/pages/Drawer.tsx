import { shellWords } from '@samenbord/shared/words/app.ts';
import { IconButton } from '../parts/Button.tsx';
import { MeetingPanel } from '../steps/MeetingPanel.tsx';
import { LostPanel } from './LostPanel.tsx';
import { SafetyPanel } from './SafetyPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { ThingPanel } from './ThingPanel.tsx';

export type DrawerContent =
  | { readonly kind: 'gekozen'; readonly zone: string; readonly ids: readonly string[] }
  | { readonly kind: 'veiligheid' | 'niet-geplaatst' | 'team' | 'gesprek' };

/** What opens on the right when it is asked for. */
export function Drawer({ content, onClose }: { content: DrawerContent; onClose: () => void }) {
  return (
    <aside className="drawer" aria-label={shellWords.drawer}>
      <div className="drawer-close">
        <IconButton icon="close" label={shellWords.closeDrawer} onPress={onClose} />
      </div>
      {content.kind === 'veiligheid' && <SafetyPanel />}
      {content.kind === 'niet-geplaatst' && <LostPanel />}
      {content.kind === 'gesprek' && <MeetingPanel />}
      {content.kind === 'team' && <TeamPanel />}
      {content.kind === 'gekozen' && <Chosen zone={content.zone} ids={content.ids} onClose={onClose} />}
    </aside>
  );
}

function Chosen({ zone, ids, onClose }: { zone: string; ids: readonly string[]; onClose: () => void }) {
  const [first, second] = ids;
  if (first === undefined) return <p className="soft">{shellWords.nothingSelected}</p>;
  if (second !== undefined) return <p>{shellWords.several(ids.length)}</p>;
  return <ThingPanel key={first} zone={zone} id={first} onGone={onClose} />;
}

import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { shellWords, viewWords } from '@samenbord/shared/words/app.ts';
import { agendaPageWords } from '@samenbord/shared/words/controls.ts';
import { asItWasWords } from '@samenbord/shared/words/history.ts';
import { useBoardSession, useWaitingOutside } from '../document/context.tsx';
import type { BoardSession } from '../document/session.ts';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { zoneLook } from '../parts/zone-look.ts';

/** Where one is in the shell. */
export type Where = 'beeld' | 'lijst' | 'kaarten' | 'gesprek' | 'vak' | 'vertrouwen' | 'tafel' | 'analyse' | 'eerder';

/** The zones beside the table that I read, in the order of the server. */
const besideTable = ({ zones }: BoardSession): string[] =>
  zones.filter((name) => name !== 'gedeeld' && !name.startsWith('tafel'));

type RailProps = {
  where: Where;
  view: ViewName;
  onView: (view: ViewName) => void;
  onMeeting: () => void;
  onList: () => void;
  /** The zone whose page is open. */
  zone: string | undefined;
  onZone: (zone: string) => void;
  onPlace: (place: 'tafel' | 'analyse' | 'eerder') => void;
  onSafety: () => void;
};

/** The narrow rail at the left: views, the meeting, and the other places of the board. */
export function Rail({ where, view, onView, onMeeting, onList, zone, onZone, onPlace, onSafety }: RailProps) {
  const session = useBoardSession();
  const waiting = useWaitingOutside();
  const { actor } = session;
  return (
    <nav className="shell-rail" aria-label={shellWords.rail}>
      {viewNames.map((name) => (
        <RailItem
          key={name}
          icon={name}
          label={viewWords[name].naam}
          isHere={where === 'beeld' && view === name}
          onPress={() => onView(name)}
        />
      ))}
      <hr className="rail-line" />
      {isProfessional(actor.rol) && (
        <RailItem
          icon="reactie"
          label={agendaPageWords.rail}
          isHere={where === 'gesprek' || where === 'kaarten'}
          onPress={onMeeting}
        />
      )}
      <RailItem icon="list" label={shellWords.list} isHere={where === 'lijst'} onPress={onList} />
      <RailItem icon="veilig" label={shellWords.safety} isHere={false} onPress={onSafety} />
      <RailItem
        icon="document"
        label={shellWords.analysisShort}
        isHere={where === 'analyse'}
        onPress={() => onPlace('analyse')}
      />
      <RailItem
        icon="people"
        label={leads(actor) && waiting > 0 ? `${shellWords.table} (${waiting})` : shellWords.table}
        isHere={where === 'tafel'}
        onPress={() => onPlace('tafel')}
      />
      {leads(actor) && (
        <RailItem
          icon="clock"
          label={asItWasWords.short}
          isHere={where === 'eerder'}
          onPress={() => onPlace('eerder')}
        />
      )}
      {besideTable(session).map((name) => {
        const look = zoneLook(name, session.answer);
        return (
          <RailItem
            key={name}
            icon={look.icon}
            label={look.name}
            isHere={zone === name}
            onPress={() => onZone(name)}
            ground={look.className}
          />
        );
      })}
    </nav>
  );
}

function RailItem({
  icon,
  label,
  isHere,
  onPress,
  ground = '',
}: {
  icon: IconName;
  label: string;
  isHere: boolean;
  onPress: () => void;
  /** The ground of the zone it leads to. */
  ground?: string;
}) {
  return (
    <button
      type="button"
      className={`rail-item ${ground}`}
      aria-current={isHere ? 'page' : undefined}
      onClick={onPress}
      lang="nl"
    >
      <Icon name={icon} size={24} />
      {label}
    </button>
  );
}

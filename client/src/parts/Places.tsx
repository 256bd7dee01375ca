import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type PlaceItem = { readonly id: string; readonly label: string; readonly icon: IconName };

/** The places of a phone, at the bottom under the thumb. */
export function BottomBar({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly PlaceItem[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <nav className="bottom-bar" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className="bottom-item"
          aria-current={item.id === value ? 'page' : undefined}
          onClick={() => onChange(item.id)}
        >
          <Icon name={item.icon} size={24} />
          {item.label}
        </button>
      ))}
    </nav>
  );
}

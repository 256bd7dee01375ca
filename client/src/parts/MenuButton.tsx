import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type MenuChoice = {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hint?: string;
};

/** A button that opens a list of things to do. */
export function MenuButton({
  label,
  icon,
  items,
  onChoose,
  look = 'quiet',
}: {
  label: string;
  icon?: IconName;
  items: readonly MenuChoice[];
  onChoose: (id: string) => void;
  look?: 'action' | 'quiet' | 'plain';
}) {
  return (
    <MenuTrigger>
      <AriaButton className={`button button-${look}`}>
        {icon !== undefined && <Icon name={icon} />}
        <span>{label}</span>
        <Icon name="down" size={16} />
      </AriaButton>
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => onChoose(String(key))}>
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} className="menu-item" textValue={item.label}>
              {item.icon !== undefined && <Icon name={item.icon} />}
              <span>
                {item.label}
                {item.hint !== undefined && <small className="soft">{item.hint}</small>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

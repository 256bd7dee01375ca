import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type PlaceItem = { readonly id: string; readonly label: string; readonly icon: IconName };

/** Sheets that lie behind each other. */
export function Tabs({ label, items, value, onChange, children }: { label: string; items: readonly PlaceItem[]; value: string; onChange: (id: string) => void; children: ReactNode }) {
  return (
    <AriaTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key))}>
      <TabList className="tab-list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            <Icon name={item.icon} />
            {item.label}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={value} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}

/** The places of a phone, at the bottom under the thumb. */
export function BottomBar({ label, items, value, onChange }: { label: string; items: readonly PlaceItem[]; value: string; onChange: (id: string) => void }) {
  return (
    <nav className="bottom-bar" aria-label={label}>
      {items.map((item) => (
        <button key={item.id} type="button" className="bottom-item" aria-current={item.id === value ? 'page' : undefined} onClick={() => onChange(item.id)}>
          <Icon name={item.icon} size={24} />
          {item.label}
        </button>
      ))}
    </nav>
  );
}

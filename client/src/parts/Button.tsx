import type { ReactNode } from 'react';
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type ButtonLook = 'action' | 'quiet' | 'plain' | 'danger';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly wide?: boolean;
  readonly pressed?: boolean;
  readonly describedBy?: string;
};

/** A button with a word. `action` is the one thing to do now: at most one on a screen. */
export function Button({
  children,
  onPress,
  look = 'quiet',
  icon,
  isDisabled = false,
  type = 'button',
  wide = false,
  pressed,
  describedBy,
}: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${look}${wide ? ' button-wide' : ''}`}
      type={type}
      isDisabled={isDisabled}
      {...(onPress === undefined ? {} : { onPress })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}

/** A button of which the word is only heard; for places where everybody knows the icon (close, back). */
export function IconButton({
  icon,
  label,
  onPress,
  isDisabled = false,
}: {
  icon: IconName;
  label: string;
  onPress?: () => void;
  isDisabled?: boolean;
}) {
  return (
    <AriaButton
      className="button icon-button"
      aria-label={label}
      isDisabled={isDisabled}
      {...(onPress === undefined ? {} : { onPress })}
    >
      <Icon name={icon} />
    </AriaButton>
  );
}

/** Looks like a button, goes somewhere. */
export function LinkButton({
  href,
  children,
  look = 'quiet',
  icon,
  download = false,
}: {
  href: string;
  children: ReactNode;
  look?: ButtonLook;
  icon?: IconName;
  download?: boolean;
}) {
  return (
    <AriaLink className={`button button-${look}`} href={href} {...(download ? { download: true } : {})}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </AriaLink>
  );
}

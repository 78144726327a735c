/** One primary button per page at most; `danger` for what cannot be undone; `quiet` beside other actions. */
export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-action text-on-action hover:bg-action-strong',
  secondary: 'border-action bg-paper text-action hover:bg-tint',
  danger: 'border-bad bg-paper text-bad hover:bg-bad-ground',
  quiet: 'border-0 px-0 text-action underline underline-offset-4 hover:text-action-strong hover:decoration-3',
}

/** The classes of something that looks like a button. */
export const buttonLook = (look: ButtonLook): string => `pz-button ${LOOKS[look]}`

import { createElement } from 'react'
import type { Drawing } from '#/app/_ui/drawings.ts'

type IconProps = { readonly of: Drawing; readonly className: string; readonly strokeWidth?: number }

/** A picture beside words that say the same; screen readers pass it by. */
export function Icon({ of, className, strokeWidth = 2 }: IconProps) {
  const drawing = of.map(([tag, attributes]) => createElement(tag, attributes))
  return createElement(
    'svg',
    {
      viewBox: '0 0 24 24',
      width: 24,
      height: 24,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      'aria-hidden': true,
      className,
    },
    ...drawing,
  )
}

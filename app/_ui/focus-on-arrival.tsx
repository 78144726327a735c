'use client'

import { type ComponentPropsWithRef, useEffect, useImperativeHandle, useRef } from 'react'

// Honoured by the browser in a page that arrives whole, so without script too; React leaves it off for a div of its own.
const FOR_THE_BROWSER = { autoFocus: true } as const

/** A block that reading goes on from: it takes the focus once, when it appears. */
export function FocusOnArrival({ ref, ...rest }: ComponentPropsWithRef<'div'>) {
  const own = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => own.current as HTMLDivElement, [])
  useEffect(() => own.current?.focus(), [])
  return <div {...rest} {...FOR_THE_BROWSER} ref={own} tabIndex={-1} />
}

'use client'

import { type ReactNode, useEffect, useState } from 'react'

let show: ((dock: ReactNode) => void) | null = null

/** Puts the deliveries that are under way on every page of the portal, in place of those that stood there. */
export const showDock = (dock: ReactNode): void => show?.(dock)

/**
 * Whether files are under way. Pages then do not bring themselves up to date: a refresh that finds no line makes Next load the
 * whole page anew, and that would end the deliveries. When they are over, the page is refreshed.
 */
export const deliveries = { areUnderWay: false }

/** The place of the deliveries under way: it stays while one walks through the portal, and is empty before there are any. */
export function DockPlace() {
  const [dock, setDock] = useState<ReactNode>(null)
  useEffect(() => {
    show = setDock
    return () => {
      show = null
    }
  }, [])
  return dock
}

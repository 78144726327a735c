import { useEffect, useRef, useState } from 'react'
import type { Dropped } from '#/app/_delivery/folder-files.ts'

/** What was dropped, in its order: readable in this form only while the drop is being handled. */
const droppedIn = ({ items }: DataTransfer): readonly Dropped[] =>
  [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))

/** Takes files and folders that are dropped anywhere on the page. Tells whether some hang above it. */
export function useDroppedFiles(onFiles: (dropped: readonly Dropped[], files: FileList) => void): boolean {
  const [isAbove, setIsAbove] = useState(false)
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsAbove(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsAbove(false)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !holdsFiles(event)) return
      event.preventDefault()
      setIsAbove(false)
      take.current(droppedIn(event.dataTransfer), event.dataTransfer.files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isAbove
}

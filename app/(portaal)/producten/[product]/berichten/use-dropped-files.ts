import { useEffect, useRef, useState } from 'react'

/** Takes files that are dropped anywhere on the page. Tells whether files hang above it. */
export function useDroppedFiles(onFiles: (files: FileList) => void): boolean {
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
      take.current(event.dataTransfer.files)
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

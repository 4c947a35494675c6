import { useState } from 'react'
import { Button } from './button'
import { documentLoad } from '../base/document-load'
import { lostNow } from '../base/reload'

/** Loads the page again where the server answers, and never by itself: it says first what would be lost. */
export function ReloadButton() {
  const [notice, setNotice] = useState('')
  const [warned, setWarned] = useState('')
  const lost = lostNow().join(', ')

  async function reload() {
    if (lost !== warned) return setWarned(lost)
    setNotice('Asking the server…')
    setNotice((await documentLoad.reload()) ? '' : 'Not reloaded: the server does not answer.')
  }

  return (
    <>
      <Button onClick={() => void reload()}>{warned ? 'Reload anyway' : 'Reload'}</Button>
      <span role="status" className="text-text-2">
        {notice || (warned && `Reloading loses: ${warned}.`)}
      </span>
    </>
  )
}

import { guardCalls } from './call-guard'
import { cloudcardProxy } from './cloudcard-proxy'
import type { Answer } from './http-answer'
import type { LoupeConfig } from './loupe-config'
import { pictureProxy } from './picture-proxy'
import type { SandboxBackend } from './sandbox-http'
import type { Settings } from './settings'
import { tellFailure } from './tell-failure'

/** What stands behind the app: the real API, or the sandbox. */
interface Backend {
  config: Omit<LoupeConfig, 'version'>
  /** Gives every request that is for the backend to the one who answers it; false where it is for the app. */
  answers: (...request: Parameters<Answer>) => boolean
}

/** @param openSandbox is asked only where no address of an API is set */
export async function openBackend(
  { apiUrl, photoOrigins, pictures, idleMinutes }: Settings,
  openSandbox: () => Promise<SandboxBackend>,
): Promise<Backend> {
  const { answer, sandbox } = apiUrl
    ? { answer: cloudcardProxy(apiUrl, undefined, tellFailure(apiUrl)), sandbox: null }
    : await openSandbox()
  const answerPicture = pictures === 'own' ? pictureProxy(photoOrigins) : undefined
  const answerCall = guardCalls(answer)
  return {
    config: { sandbox, photoOrigins, pictures, idleMinutes },
    answers: (req, res) => {
      const url = req.url ?? ''
      if (/^\/cloudcard([/?]|$)/.test(url)) answerCall(req, res)
      else if (answerPicture && url.startsWith('/pictures/')) answerPicture(req, res)
      else if (sandbox && /^\/(sandbox-photos|sandbox-mails)([/?]|$)/.test(url)) answer(req, res)
      else return false
      return true
    },
  }
}

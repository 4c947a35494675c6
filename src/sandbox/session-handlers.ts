import { http, HttpResponse, type HttpHandler } from 'msw'
import { bodyOf, failure, signedIn, unauthorized, wait, type SandboxState } from './answers'
import { writtenDate } from './dates'

/** Whom the sandbox lets in, and how; who is a cardholder alone may look and not decide. */
type SandboxAccount = {
  username: string
  password: string
  persistentAccessToken: string
  viewer: string
}

const unreadableBody = () => failure(400, 'Bad Request', 'The body is not a JSON object')

/** Signing in both ways, and out. Field names are documented. */
export function sessionHandlers(state: SandboxState, account: SandboxAccount): HttpHandler[] {
  const { username } = account
  return [
    http.post('*/cloudcard/api/login', async ({ request }) => {
      await wait(state)
      const body = await bodyOf(request)
      if (!body) return unreadableBody()
      const isOffice = body.username === username
      if (!(isOffice || body.username === account.viewer) || body.password !== account.password) {
        return unauthorized('The user name or the password is wrong')
      }
      const { token } = state.db.tokens.open(String(body.username), isOffice)
      return HttpResponse.json({
        username: body.username,
        roles: isOffice ? ['ROLE_OFFICE'] : ['ROLE_CARDHOLDER'],
        token_type: 'Bearer',
        access_token: token,
      })
    }),
    http.post('*/cloudcard/authentication-token', async ({ request }) => {
      await wait(state)
      const body = await bodyOf(request)
      if (!body) return unreadableBody()
      if (body.persistentAccessToken !== account.persistentAccessToken) {
        return unauthorized('The persistent access token is unknown')
      }
      const { token, expires } = state.db.tokens.open(username)
      return HttpResponse.json({
        id: 90_210,
        tokenValue: token,
        username,
        expirationDate: writtenDate(expires, 'z'),
        domainClass: 'us.cloudcard.api.AuthenticationToken',
      })
    }),
    http.post('*/cloudcard/person/me/logout', ({ request }) =>
      signedIn(state, request, async (session) => {
        const body = await bodyOf(request)
        state.db.tokens.close(session.username, body?.authenticationToken)
        return new HttpResponse(null, { status: 204 })
      }),
    ),
  ]
}

import type { ActionId } from '../../core/actions/table.ts'
import { agreementOf, cancelAgreement, computeAgreement } from '../session/agreement.ts'
import { saveReport } from '../session/agreement-report.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const hasReport = (session: Session) => hasProject(session) && agreementOf(session).getState().report !== null

export const agreementActions = {
  'view.agreement': { when: hasProject, perform: (session) => session.view.setState({ tab: 'agreement', drawer: null }) },
  'agreement.compute': {
    when: hasProject,
    perform: (session) => {
      session.view.setState({ tab: 'agreement', drawer: null })
      void computeAgreement(session)
    },
  },
  'agreement.cancel': { when: (session) => hasProject(session) && agreementOf(session).getState().computing, perform: cancelAgreement },
  'agreement.report': { when: hasReport, perform: (session) => void saveReport(session) },
} as const satisfies Partial<Record<ActionId, Action>>
